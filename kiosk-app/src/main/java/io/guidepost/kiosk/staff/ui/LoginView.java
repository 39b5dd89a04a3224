package io.guidepost.kiosk.staff.ui;

import io.guidepost.kiosk.staff.ui.LoginViewModel.Notice;
import io.guidepost.kiosk.staff.ui.LoginViewModel.State;
import io.guidepost.kiosk.ui.DigitPad;
import io.guidepost.kiosk.ui.Icon;
import io.guidepost.kiosk.ui.Nodes;
import io.guidepost.kiosk.ui.Screen;
import io.guidepost.kiosk.ui.TwoParts;
import io.guidepost.kiosk.ui.Ui;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** PIN pad for members of staff. */
public final class LoginView extends Screen {
    private final HBox dots = Nodes.row("pin-dots");
    private final VBox words = Nodes.column("login-words");
    private final DigitPad pad;
    private final Region root;

    public LoginView(Ui ui, LoginViewModel model) {
        super(ui);
        pad = new DigitPad("pin", ui.messages(), model::type, model::erase, model::ok);
        pad.setAlignment(Pos.CENTER);
        dots.setAlignment(Pos.CENTER);
        VBox about =
                Nodes.column(
                        "login",
                        Nodes.stack("mood calm", Icon.LOCK.node("huge")),
                        Nodes.centred(ui.say("staff.title"), "h1"),
                        words,
                        dots);
        VBox keys = Nodes.column("pad-place", pad);
        keys.setAlignment(Pos.CENTER);
        root = Nodes.id("staff-login", TwoParts.of(ui, about, keys, new VBox()));
        watch(model.state(), this::show);
    }

    @Override
    public String name() {
        return "staff-login";
    }

    @Override
    public Region node() {
        return root;
    }

    private void show(State state) {
        dots.getChildren().clear();
        for (int i = 0; i < Math.max(LoginViewModel.SHORTEST_PIN, state.digits()); i++) {
            Region dot = new Region();
            dot.getStyleClass().addAll("pin-dot", i < state.digits() ? "full" : "empty");
            dots.getChildren().add(dot);
        }
        pad.setDisable(state.busy());
        String text =
                state.busy()
                        ? ui.say("staff.asking")
                        : state.notice().map(this::notice).orElse(ui.say("staff.pin"));
        words.getChildren()
                .setAll(
                        Nodes.id(
                                "staff-notice",
                                Nodes.centred(
                                        text, state.notice().isPresent() ? "alert-text" : "body")));
    }

    private String notice(Notice notice) {
        return switch (notice) {
            case Notice.Wrong(int left) -> ui.say("staff.wrong", ui.messages().number(left));
            case Notice.Locked(var until) -> ui.say("staff.locked", ui.messages().time(until));
            case Notice.NoAnswer() -> ui.say("staff.noAnswer");
            case Notice.TooShort() -> ui.say("staff.short", LoginViewModel.SHORTEST_PIN);
        };
    }
}
