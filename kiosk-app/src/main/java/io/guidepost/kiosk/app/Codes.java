package io.guidepost.kiosk.app;

import io.guidepost.contract.code.Gtin;
import io.guidepost.contract.code.MemberCode;
import io.guidepost.contract.code.ScannedCode;
import io.guidepost.contract.event.KioskEvent.How;
import io.guidepost.kiosk.catalogue.PriceLookup;
import io.guidepost.kiosk.member.MemberLogin;
import io.guidepost.kiosk.scan.ui.HelpViewModel.Problem;
import io.guidepost.kiosk.staff.ui.RestockViewModel;
import io.guidepost.kiosk.ui.Shell;
import io.guidepost.kiosk.ui.ViewModel;
import java.util.Optional;

/** Goes where a scanned code leads, from any screen. On the screen's thread. */
final class Codes {
    private final KioskServices services;
    private final Shell shell;
    private final Routes routes;

    Codes(KioskServices services, Shell shell, Routes routes) {
        this.services = services;
        this.shell = shell;
        this.routes = routes;
    }

    void follow(ScannedCode code) {
        Optional<ViewModel> here = shell.navigator().here();
        if (here.isPresent() && !here.get().takesCodes()) {
            shell.say("scan.busyPaying");
            return;
        }
        shell.cover(Optional.empty());
        switch (code) {
            case ScannedCode.Product(Gtin gtin, var _, var _) -> product(gtin);
            case ScannedCode.Label(Gtin base, var _, var _) -> product(base);
            case ScannedCode.OtherKey _ -> routes.help(Problem.NOT_A_PRODUCT);
            case ScannedCode.Member(MemberCode member) -> member(member);
            case ScannedCode.Badge(var badge) -> routes.staff().login(badge);
            case ScannedCode.Voucher _ -> routes.help(Problem.VOUCHER);
            case ScannedCode.Group _ -> routes.help(Problem.GROUP);
            case ScannedCode.Pairing _ -> routes.help(Problem.PAIRING);
            case ScannedCode.Wallet _ -> routes.help(Problem.PAYMENT_CODE);
            case ScannedCode.Unknown(var reason) -> routes.help(Problem.of(reason));
        }
    }

    private void product(Gtin gtin) {
        if (shelf().isPresent()) {
            routes.follow(
                    services.catalogue().onShelf(gtin),
                    shelves ->
                            shelf().ifPresent(
                                            page ->
                                                    page.scanned(
                                                            shelves.stream()
                                                                    .map(StaffRoutes::shelf)
                                                                    .toList())));
        } else {
            routes.follow(services.catalogue().byGtin(gtin), found -> product(gtin, found));
        }
    }

    private Optional<RestockViewModel> shelf() {
        return shell.navigator()
                .here()
                .filter(RestockViewModel.class::isInstance)
                .map(RestockViewModel.class::cast);
    }

    private void product(Gtin gtin, PriceLookup found) {
        switch (found) {
            case PriceLookup.Found offers -> routes.offer(offers.best().offer().id(), How.SCAN);
            case PriceLookup.NotYet() -> routes.starting(gtin);
            case PriceLookup.Unknown() -> routes.help(Problem.UNKNOWN_PRODUCT);
        }
    }

    private void member(MemberCode code) {
        routes.follow(services.members().identify(services.session().wake(), code), this::member);
    }

    private void member(MemberLogin login) {
        switch (login) {
            case MemberLogin.Greeted(var member) -> routes.greet(member);
            case MemberLogin.UnknownMember() -> routes.help(Problem.UNKNOWN_MEMBER);
            case MemberLogin.NotReachable _, MemberLogin.Failed _ ->
                    routes.help(Problem.MEMBER_NOT_REACHABLE);
        }
    }
}
