package io.guidepost.kiosk.payment.ui;

import io.guidepost.kiosk.payment.NotApprovedReason;
import io.guidepost.kiosk.payment.PaymentState;
import io.guidepost.kiosk.payment.ui.PayViewModel.Order;
import io.guidepost.kiosk.payment.ui.PayViewModel.State;
import io.guidepost.kiosk.ui.ClampedText;
import io.guidepost.kiosk.ui.FittedText;
import io.guidepost.kiosk.ui.Icon;
import io.guidepost.kiosk.ui.Nodes;
import io.guidepost.kiosk.ui.Screen;
import io.guidepost.kiosk.ui.Tap;
import io.guidepost.kiosk.ui.TwoParts;
import io.guidepost.kiosk.ui.Ui;
import java.time.Instant;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** Paying: amount, countdown, what to do at the terminal, and one of three outcomes. */
public final class PayView extends Screen {
    private final PayViewModel model;
    private final VBox message = Nodes.column("outcome");
    private final VBox buttons = Nodes.column("footer");
    private final Text countdown = Nodes.id("pay-countdown", Nodes.text("", "countdown"));
    private final Region about;
    private final Region root;
    private @Nullable PaymentState drawn;

    public PayView(Ui ui, PayViewModel model) {
        super(ui);
        this.model = model;
        this.about = order(model.order());
        this.root = Nodes.id("pay", TwoParts.of(ui, about, message, buttons));
        watch(model.state(), this::show);
    }

    @Override
    public String name() {
        return "pay";
    }

    @Override
    public Region node() {
        return root;
    }

    private Region order(Order order) {
        boolean small = ui.panel().small();
        String title =
                order.quantity() > 1
                        ? ui.say(
                                "pay.several",
                                ui.messages().number(order.quantity()),
                                order.title())
                        : order.title();
        VBox box =
                Nodes.column(
                        "order",
                        Nodes.text(ui.say("pay.title"), "caption"),
                        Nodes.id(
                                "pay-amount",
                                new FittedText(ui.messages().money(order.amount()), "amount")),
                        small
                                ? new ClampedText(title, 3, "strong-text")
                                : Nodes.wrapped(title, "h2"));
        order.when()
                .ifPresent(
                        at ->
                                box.getChildren()
                                        .add(
                                                small
                                                        ? Nodes.wrapped(
                                                                ui.messages().dateTime(at), "note")
                                                        : when(at)));
        if (order.member() && !small) {
            box.getChildren().add(Nodes.tag(ui.say("price.member"), "soft"));
        }
        Node held = Nodes.grow(Nodes.wrapped(ui.say("pay.held"), "note"));
        box.getChildren()
                .add(
                        Nodes.row(
                                "hold",
                                Icon.CLOCK.node("accent"),
                                small ? Nodes.space() : held,
                                countdown));
        return box;
    }

    private Node when(Instant at) {
        return Nodes.row(
                "fact",
                Icon.CALENDAR.node("muted"),
                Nodes.grow(Nodes.wrapped(ui.messages().dateTime(at), "body")));
    }

    private void show(State state) {
        countdown.setText(ui.messages().countdown(state.left()));
        PaymentState payment = state.payment();
        if (payment.equals(drawn)) {
            return;
        }
        drawn = payment;
        // A small panel has room for the order or for bad news, not for both.
        Nodes.show(about, !ui.panel().small() || working(payment));
        switch (payment) {
            case PaymentState.Opening() ->
                    outcome(
                            Icon.CARD,
                            "calm",
                            "pay.opening",
                            "pay.opening.next",
                            Tap.second("pay-cancel", ui.say("pay.cancel"), model::cancel));
            case PaymentState.AtTerminal at -> {
                Tap cancel =
                        Tap.second(
                                "pay-cancel",
                                ui.say(at.cancelling() ? "pay.cancelling" : "pay.cancel"),
                                model::cancel);
                cancel.setDisable(at.cancelling());
                message.getChildren()
                        .setAll(
                                new TerminalPicture(),
                                Nodes.id("pay-message", Nodes.centred(ui.say("pay.card"), "h1")),
                                Nodes.centred(ui.say("pay.card.next"), "body"));
                Nodes.show(message.getChildren().getLast(), !ui.panel().small());
                setButtons(cancel);
            }
            case PaymentState.Approved _ ->
                    outcome(Icon.CHECK, "good", "pay.approved", "pay.approved.next");
            case PaymentState.NotApproved(NotApprovedReason reason) ->
                    outcome(
                            Icon.CROSS,
                            "bad",
                            "pay.notApproved",
                            "pay.notApproved." + reason.name(),
                            afterRefusal(reason));
            case PaymentState.Unknown unknown -> {
                outcome(
                        Icon.QUESTION,
                        "bad",
                        "pay.unknown",
                        "pay.unknown.next",
                        Tap.main("pay-leave", ui.say("pay.leave"), model::leaveUnknown));
                message.getChildren()
                        .add(
                                Nodes.stack(
                                        "reference-frame",
                                        Nodes.id(
                                                "pay-reference",
                                                Nodes.text(unknown.reference(), "reference"))));
            }
        }
    }

    private Node[] afterRefusal(NotApprovedReason reason) {
        Tap giveUp = Tap.second("pay-give-up", ui.say("pay.giveUp"), model::giveUp);
        return retries(reason)
                ? new Node[] {Tap.main("pay-again", ui.say("pay.again"), model::again), giveUp}
                : new Node[] {giveUp};
    }

    private void setButtons(Node... taps) {
        buttons.getChildren().setAll(Nodes.buttons(ui.panel(), taps));
        Nodes.show(buttons, taps.length > 0);
    }

    private static boolean working(PaymentState payment) {
        return switch (payment) {
            case PaymentState.Opening _, PaymentState.AtTerminal _ -> true;
            case PaymentState.Approved _, PaymentState.NotApproved _, PaymentState.Unknown _ ->
                    false;
        };
    }

    /** Whether the same thing can be tried again: what is not held any more cannot. */
    private static boolean retries(NotApprovedReason reason) {
        return switch (reason) {
            case DECLINED,
                    CANCELLED,
                    TERMINAL_BUSY,
                    TERMINAL_AWAY,
                    CARD_LEFT_IN,
                    GIVEN_BACK,
                    NOT_REACHABLE,
                    NOT_POSSIBLE_NOW ->
                    true;
            case HOLD_ENDED, AMOUNT_CHANGED -> false;
        };
    }

    private Node mood(Icon icon, String mood) {
        Node sign = Nodes.stack("mood " + mood, icon.node("huge"));
        Nodes.show(sign, !ui.panel().small());
        return sign;
    }

    private void outcome(Icon icon, String mood, String title, String next, Node... choices) {
        message.getChildren()
                .setAll(
                        mood(icon, mood),
                        Nodes.id("pay-message", Nodes.centred(ui.say(title), "h1")),
                        Nodes.centred(ui.say(next), "body"));
        setButtons(choices);
    }
}
