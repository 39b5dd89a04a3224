package io.guidepost.kiosk.app;

import io.guidepost.contract.catalogue.OfferId;
import io.guidepost.contract.code.BadgeCode;
import io.guidepost.contract.id.SessionId;
import io.guidepost.devices.Subscription;
import io.guidepost.kiosk.catalogue.ShelfOffer;
import io.guidepost.kiosk.platform.UiExecutor;
import io.guidepost.kiosk.staff.Cabinet;
import io.guidepost.kiosk.staff.Shelf;
import io.guidepost.kiosk.staff.StaffMember;
import io.guidepost.kiosk.staff.ui.LoginView;
import io.guidepost.kiosk.staff.ui.LoginViewModel;
import io.guidepost.kiosk.staff.ui.RestockView;
import io.guidepost.kiosk.staff.ui.RestockViewModel;
import io.guidepost.kiosk.staff.ui.TouchCheckView;
import io.guidepost.kiosk.staff.ui.TouchCheckViewModel;
import io.guidepost.kiosk.ui.Navigator;
import io.guidepost.kiosk.ui.Shell;
import io.guidepost.kiosk.ui.Visit;
import io.guidepost.kiosk.voucher.ReceiptLabels;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Joins the screens of members of staff. Screen's thread only. */
final class StaffRoutes {
    private final KioskServices services;
    private final Shell shell;
    private final Navigator navigator;
    private final UiExecutor ui;
    private final Supplier<ReceiptLabels> labels;
    private final Runnable endSession;

    StaffRoutes(
            KioskServices services,
            Shell shell,
            UiExecutor ui,
            Supplier<ReceiptLabels> labels,
            Runnable endSession) {
        this.services = services;
        this.shell = shell;
        this.navigator = shell.navigator();
        this.ui = ui;
        this.labels = labels;
        this.endSession = endSession;
    }

    /**
     * Asks a member of staff for the PIN. The same badge shown once more begins the touch check:
     * where the touch is turned, nobody can type a PIN. Another badge is another person's.
     */
    void login(BadgeCode badge) {
        Optional<LoginViewModel> asking =
                navigator
                        .here()
                        .filter(LoginViewModel.class::isInstance)
                        .map(LoginViewModel.class::cast);
        if (asking.filter(page -> page.asks(badge)).isPresent()) {
            if (asking.get().isShownAgain(services.clock().instant())) {
                checkTouch();
            }
            return;
        }
        SessionId who = services.session().wake();
        LoginViewModel model =
                new LoginViewModel(
                        new LoginViewModel.Badge(badge, services.clock().instant()),
                        pin -> services.staff().login(badge, pin),
                        (asked, staff) -> ui.execute(() -> signedIn(who, asked, staff)));
        Visit page = Visit.of(model, LoginView::new);
        if (asking.isPresent()) {
            navigator.replace(page);
        } else {
            navigator.go(page);
        }
    }

    /** What staff see of what the catalogue found. */
    static Shelf shelf(ShelfOffer found) {
        return new Shelf(found.offer(), found.merchant());
    }

    /** Whoever stands here now gets the staff's screen only where it was they who typed the PIN. */
    private void signedIn(SessionId who, LoginViewModel asked, StaffMember staff) {
        if (Optional.of(who).equals(services.session().current())
                && navigator.here().equals(Optional.of(asked))) {
            restock(staff);
        } else {
            services.staff().logout(staff);
        }
    }

    private void restock(StaffMember staff) {
        RestockViewModel.Reader reader =
                new RestockViewModel.Reader() {
                    @Override
                    public CompletionStage<Optional<Shelf>> read(OfferId offer) {
                        return services.catalogue()
                                .onShelf(offer)
                                .thenApply(found -> found.map(StaffRoutes::shelf));
                    }

                    @Override
                    public Subscription onChange(OfferId offer, Runnable listener) {
                        return services.catalogue()
                                .onChange(
                                        change -> {
                                            if (change.touches(offer)) {
                                                listener.run();
                                            }
                                        });
                    }
                };
        RestockViewModel model =
                new RestockViewModel(
                        services.staff(),
                        staff,
                        reader,
                        new Caring(),
                        new RestockViewModel.Ends() {
                            @Override
                            public void finished() {
                                endSession.run();
                            }

                            @Override
                            public void signedOut() {
                                ui.execute(StaffRoutes.this::leaveShelf);
                            }
                        });
        navigator.replace(Visit.of(model, RestockView::new));
    }

    private void leaveShelf() {
        if (navigator.here().filter(RestockViewModel.class::isInstance).isPresent()) {
            navigator.back();
            shell.say("restock.signedOut");
        }
    }

    /** Lies over everything, as touches may go anywhere. */
    private void checkTouch() {
        TouchCheckViewModel model =
                new TouchCheckViewModel(
                        services.cabinet().touchQuarters(), () -> shell.cover(Optional.empty()));
        shell.cover(Optional.of(new TouchCheckView(shell.ui(), model).node()));
    }

    private final class Caring implements RestockViewModel.Care {
        @Override
        public CompletionStage<Optional<String>> voucherAgain() {
            return new LastVoucher(services).printAgain(labels.get());
        }

        @Override
        public void checkTouch() {
            StaffRoutes.this.checkTouch();
        }

        @Override
        public boolean housingOpened() {
            return services.cabinet().alarm();
        }

        @Override
        public Subscription onHousing(Runnable listener) {
            return services.cabinet().onAlarm(listener);
        }

        @Override
        public CompletionStage<Optional<String>> housingChecked() {
            return services.staff()
                    .present()
                    .map(
                            who ->
                                    services.cabinet()
                                            .checked(who.ref().value())
                                            .thenApply(done -> Optional.of(sentence(done))))
                    .orElseGet(() -> CompletableFuture.completedStage(Optional.empty()));
        }

        private static String sentence(Cabinet.Checked done) {
            return switch (done) {
                case DONE -> "housing.done";
                case STILL_OPEN -> "housing.stillOpen";
                case FAILED -> "housing.failed";
            };
        }
    }
}
