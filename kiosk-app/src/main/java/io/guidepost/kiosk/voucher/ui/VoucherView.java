package io.guidepost.kiosk.voucher.ui;

import io.guidepost.contract.booking.Voucher;
import io.guidepost.contract.money.Money;
import io.guidepost.kiosk.ui.Icon;
import io.guidepost.kiosk.ui.Nodes;
import io.guidepost.kiosk.ui.QrImage;
import io.guidepost.kiosk.ui.Screen;
import io.guidepost.kiosk.ui.ScrollArea;
import io.guidepost.kiosk.ui.Tap;
import io.guidepost.kiosk.ui.Ui;
import io.guidepost.kiosk.voucher.VoucherState;
import io.guidepost.kiosk.voucher.ui.VoucherViewModel.PaperState;
import io.guidepost.kiosk.voucher.ui.VoucherViewModel.State;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * What the customer leaves with: the code, the reference, where and when, and what became of the
 * paper.
 */
public final class VoucherView extends Screen {
    private final VBox code = Nodes.column("voucher-code");
    private final VBox facts = Nodes.column("voucher-facts");
    private final Region root;

    public VoucherView(Ui ui, VoucherViewModel model) {
        super(ui);
        VBox footer =
                Nodes.column(
                        "footer", Tap.main("voucher-done", ui.say("voucher.done"), model::done));
        if (ui.panel().landscape()) {
            VBox right = Nodes.column("screen", Nodes.grow(new ScrollArea(facts)), footer);
            HBox columns = new HBox(code, Nodes.grow(right));
            columns.getStyleClass().addAll("screen", "voucher");
            root = columns;
        } else {
            VBox page = Nodes.column("voucher", code, facts);
            root = Nodes.column("screen", Nodes.grow(new ScrollArea(page)), footer);
        }
        root.setId("voucher");
        watch(model.state(), this::show);
    }

    @Override
    public String name() {
        return "voucher";
    }

    @Override
    public Region node() {
        return root;
    }

    private void show(State state) {
        switch (state.voucher()) {
            case VoucherState.Waiting() ->
                    words(
                            Icon.CLOCK,
                            "calm",
                            ui.say("voucher.waiting"),
                            ui.say("voucher.waiting.next"));
            case VoucherState.Ready(Voucher voucher) -> showVoucher(voucher, state.paper());
            case VoucherState.Refunded(Money amount, String reference) -> {
                words(
                        Icon.CARD,
                        "calm",
                        ui.say("voucher.refunded"),
                        ui.say("voucher.refunded.next", ui.messages().money(amount)));
                facts.getChildren().add(reference(reference));
            }
            case VoucherState.Later(String reference) -> {
                words(Icon.CLOCK, "calm", ui.say("voucher.later"), ui.say("voucher.later.next"));
                facts.getChildren().add(reference(reference));
            }
        }
    }

    private void words(Icon icon, String mood, String title, String next) {
        code.getChildren().setAll(Nodes.stack("mood " + mood, icon.node("huge")));
        facts.getChildren().setAll(Nodes.wrapped(title, "h1"), Nodes.wrapped(next, "body"));
    }

    private void showVoucher(Voucher voucher, PaperState paper) {
        QrImage qr = Nodes.id("voucher-qr", new QrImage(voucher.token()));
        code.getChildren().setAll(qr, reference(voucher.reference()));
        VBox details =
                Nodes.column("facts", fact(Icon.PLACE, voucher.merchantName(), voucher.place()));
        voucher.start()
                .ifPresent(
                        at ->
                                details.getChildren()
                                        .addFirst(
                                                fact(
                                                        Icon.CALENDAR,
                                                        ui.messages().dateTime(at),
                                                        ui.say("voucher.beThere"))));
        if (voucher.start().isEmpty()) {
            details.getChildren()
                    .add(
                            fact(
                                    Icon.CLOCK,
                                    ui.say(
                                            "voucher.until",
                                            ui.messages()
                                                    .date(
                                                            voucher.validUntil()
                                                                    .atZone(ui.messages().zone())
                                                                    .toLocalDate())),
                                    ui.say("voucher.collect")));
        }
        details.getChildren()
                .add(
                        fact(
                                Icon.CARD,
                                ui.say("voucher.paid", ui.messages().money(voucher.paid())),
                                ""));
        String title =
                voucher.quantity() > 1
                        ? ui.say(
                                "pay.several",
                                ui.messages().number(voucher.quantity()),
                                voucher.title())
                        : voucher.title();
        facts.getChildren()
                .setAll(
                        Nodes.wrapped(title, "h1"),
                        ui.panel().small() ? details : paper(paper),
                        ui.panel().small() ? paper(paper) : details);
    }

    private Node paper(PaperState paper) {
        return Nodes.id(
                "voucher-paper",
                switch (paper) {
                    case NOT_YET, PRINTING ->
                            notice(Icon.PRINTER, ui.say("voucher.printing"), "soft");
                    case PRINTED -> notice(Icon.CHECK, ui.say("voucher.printed"), "soft");
                    case NOT_PRINTED -> notice(Icon.PHONE, ui.say("voucher.notPrinted"), "alert");
                });
    }

    private static HBox notice(Icon icon, String words, String mood) {
        HBox notice =
                Nodes.row("notice", icon.node("ink"), Nodes.grow(Nodes.wrapped(words, "note-ink")));
        notice.getStyleClass().add(mood);
        return notice;
    }

    private Node reference(String reference) {
        return Nodes.column(
                "reference-frame",
                Nodes.text(ui.say("voucher.reference"), "caption"),
                Nodes.id("voucher-reference", Nodes.text(spaced(reference), "reference")));
    }

    /** Two groups are easier to read aloud than eight characters in a row. */
    private static String spaced(String reference) {
        int half = reference.length() / 2;
        return reference.length() == 8
                ? reference.substring(0, half) + " " + reference.substring(half)
                : reference;
    }

    private static Node fact(Icon icon, String first, String second) {
        VBox words = Nodes.column("fact-words", Nodes.wrapped(first, "strong-text"));
        if (!second.isBlank()) {
            words.getChildren().add(Nodes.wrapped(second, "note"));
        }
        HBox row = Nodes.row("fact", icon.node("muted"), Nodes.grow(words));
        return row;
    }
}
