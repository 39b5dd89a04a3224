package io.guidepost.backend.catalogue;

import io.guidepost.contract.catalogue.OfferId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Cuts a stream that is ordered by offer into one list for each offer. */
final class Groups<T> {
    private final Function<T, OfferId> offerOf;
    private final BiConsumer<OfferId, List<T>> each;
    private final List<T> group = new ArrayList<>();
    private @Nullable OfferId current;

    Groups(Function<T, OfferId> offerOf, BiConsumer<OfferId, List<T>> each) {
        this.offerOf = offerOf;
        this.each = each;
    }

    void add(T next) {
        OfferId offer = offerOf.apply(next);
        if (!offer.equals(current)) {
            end();
            current = offer;
        }
        group.add(next);
    }

    void end() {
        if (current != null && !group.isEmpty()) {
            each.accept(current, List.copyOf(group));
            group.clear();
        }
    }
}
