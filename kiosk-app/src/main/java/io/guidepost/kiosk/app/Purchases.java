package io.guidepost.kiosk.app;

import io.guidepost.contract.id.SessionId;
import io.guidepost.kiosk.catalogue.ui.HomeViewModel.Bought;
import io.guidepost.kiosk.platform.LiveValue;
import io.guidepost.kiosk.platform.Observable;
import io.guidepost.kiosk.session.SessionService;
import io.guidepost.kiosk.voucher.ui.VoucherViewModel;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * The vouchers of this session: they are fetched, printed and kept at hand wherever the customer
 * goes, until the session ends. Thread-safe.
 */
final class Purchases {
    private final SessionService sessions;
    private final List<VoucherViewModel> vouchers = new CopyOnWriteArrayList<>();
    private final LiveValue<List<Bought>> bought = new LiveValue<>(List.of());

    Purchases(SessionService sessions) {
        this.sessions = sessions;
    }

    /** The newest first. */
    Observable<List<Bought>> bought() {
        return bought;
    }

    void add(SessionId session, VoucherViewModel voucher, Bought what) {
        vouchers.add(voucher);
        bought.update(before -> Stream.concat(Stream.of(what), before.stream()).toList());
        if (!sessions.current().equals(Optional.of(session))) {
            // The session ended in this moment, and may have wiped before.
            forget();
        }
    }

    /** The session is over. */
    void forget() {
        vouchers.forEach(VoucherViewModel::forget);
        vouchers.clear();
        bought.set(List.of());
    }
}
