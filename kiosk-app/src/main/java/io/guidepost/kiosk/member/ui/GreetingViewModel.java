package io.guidepost.kiosk.member.ui;

import io.guidepost.contract.catalogue.Offer;
import io.guidepost.contract.member.MemberView;
import io.guidepost.contract.money.Money;
import io.guidepost.kiosk.ui.ViewModel;
import java.util.Optional;

/**
 * A member was recognised.
 *
 * @param looking the offer that was on the screen before, if any
 * @param next goes on to where the customer was
 */
public record GreetingViewModel(MemberView member, Optional<Offer> looking, Runnable next)
        implements ViewModel {
    /** What the member saves on what they were looking at, where it is anything. */
    public Optional<Money> memberPrice() {
        return looking.map(offer -> offer.prices().payable(true))
                .filter(price -> !looking.map(o -> o.prices().online()).equals(Optional.of(price)));
    }
}
