package io.guidepost.kiosk.app;

import io.guidepost.kiosk.payment.PaymentIntent;
import io.guidepost.kiosk.platform.Observable;
import io.guidepost.kiosk.staff.StaffMember;
import io.guidepost.kiosk.voucher.PrintResult;
import io.guidepost.kiosk.voucher.ReceiptLabels;
import io.guidepost.kiosk.voucher.VoucherState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Prints the newest voucher that was sold here once more, marked COPY: for signed-in staff who help
 * a customer whose paper or screen went away, and for nobody else: who holds it can redeem it.
 */
final class LastVoucher {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final KioskServices services;

    LastVoucher(KioskServices services) {
        this.services = services;
    }

    /**
     * Prints it; the key of the sentence about what became of it, empty where no member of staff is
     * signed in.
     */
    CompletionStage<Optional<String>> printAgain(ReceiptLabels labels) {
        Optional<StaffMember> who = services.staff().present();
        if (who.isEmpty()) {
            return CompletableFuture.completedStage(Optional.empty());
        }
        return services.payments()
                .recent(1)
                .thenCompose(newest -> print(newest, who, labels))
                .thenApply(Optional::of);
    }

    private CompletionStage<String> print(
            List<PaymentIntent> newest, Optional<StaffMember> who, ReceiptLabels labels) {
        if (newest.isEmpty()) {
            return CompletableFuture.completedStage("again.none");
        }
        PaymentIntent payment = newest.getFirst();
        return settled(
                        services.vouchers()
                                .fetch(payment.paymentId(), payment.reference(), PATIENCE))
                .thenCompose(
                        state ->
                                // Whoever asked may have gone; the paper would be a stranger's.
                                services.staff().present().equals(who)
                                        ? print(payment, state, labels)
                                        : CompletableFuture.completedStage("again.notPrinted"));
    }

    private CompletionStage<String> print(
            PaymentIntent payment, VoucherState state, ReceiptLabels labels) {
        return switch (state) {
            case VoucherState.Ready(var voucher) ->
                    services.vouchers()
                            .reprint(payment.session(), voucher, labels)
                            .thenApply(LastVoucher::words);
            case VoucherState.Refunded _ -> CompletableFuture.completedStage("again.refunded");
            case VoucherState.Waiting _, VoucherState.Later _ ->
                    CompletableFuture.completedStage("again.later");
        };
    }

    private static String words(PrintResult result) {
        return switch (result) {
            case PrintResult.Printed _ -> "again.printed";
            case PrintResult.NotPrinted _ -> "again.notPrinted";
        };
    }

    private static CompletionStage<VoucherState> settled(Observable<VoucherState> voucher) {
        CompletableFuture<VoucherState> settled = new CompletableFuture<>();
        var subscription =
                voucher.observe(
                        state -> {
                            if (!(state instanceof VoucherState.Waiting)) {
                                settled.complete(state);
                            }
                        });
        return settled.whenComplete((_, _) -> subscription.close());
    }
}
