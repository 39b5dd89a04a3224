package io.guidepost.kiosk.app;

import io.guidepost.contract.catalogue.Campaign;
import io.guidepost.contract.code.ScannedCode;
import io.guidepost.contract.id.SessionId;
import io.guidepost.devices.FrameHint;
import io.guidepost.devices.Subscription;
import io.guidepost.kiosk.campaign.ui.AttractViewModel;
import io.guidepost.kiosk.platform.LiveValue;
import io.guidepost.kiosk.platform.Observable;
import io.guidepost.kiosk.platform.UiExecutor;
import io.guidepost.kiosk.scan.ScanService;
import io.guidepost.kiosk.scan.ui.HelpView;
import io.guidepost.kiosk.scan.ui.HelpViewModel;
import io.guidepost.kiosk.session.EndReason;
import io.guidepost.kiosk.session.SessionState;
import io.guidepost.kiosk.session.ui.IdleWarningView;
import io.guidepost.kiosk.ui.Screen;
import io.guidepost.kiosk.ui.Settings;
import io.guidepost.kiosk.ui.Shell;
import io.guidepost.kiosk.ui.ViewModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The kiosk's screens at work: attract loop, session, warning, scans. Built and started on the
 * screen's thread once the services are there.
 */
public final class KioskScreens implements AutoCloseable {
    private final KioskServices services;
    private final Shell shell;
    private final Settings settings;
    private final AttractViewModel attract;
    private final UiExecutor ui;
    private final Routes routes;
    private final Codes codes;
    private final LiveValue<String> screen = new LiveValue<>("attract");
    private final List<Subscription> open = new ArrayList<>();
    private final LiveValue<List<Campaign>> campaigns = new LiveValue<>(List.of());
    private Optional<Campaign> seen = Optional.empty();
    private Optional<SessionId> onGlass = Optional.empty();
    private @Nullable Screen warning;
    private @Nullable Help help;

    /** Help that lies over the attract loop, without a session. */
    private record Help(HelpViewModel model, Screen view) {}

    public KioskScreens(
            KioskServices services,
            Shell shell,
            Settings settings,
            AttractViewModel attract,
            UiExecutor ui) {
        this.services = services;
        this.shell = shell;
        this.settings = settings;
        this.attract = attract;
        this.ui = ui;
        this.routes = new Routes(services, shell, ui);
        this.codes = new Codes(services, shell, routes);
    }

    /** Name of what is on the glass, such as {@code product}. */
    public Observable<String> screen() {
        return screen;
    }

    /** Starts to listen; on the screen's thread. */
    public void start() {
        open.add(services.session().onWipe(settings::forget));
        open.add(services.session().onWipe(routes::forget));
        open.add(attract.start(services.tasks(), services.campaigns()::shown));
        open.add(services.campaigns().watch(this::show));
        shell.onInput(this::input);
        open.add(ui.observe(services.session().state(), this::session));
        open.add(services.scans().onCode(code -> ui.execute(() -> scanned(code))));
        open.add(services.scans().onHint(hint -> ui.execute(() -> hinted(hint))));
        open.add(shell.navigator().shown().observe(_ -> name()));
    }

    @Override
    public void close() {
        open.forEach(Subscription::close);
    }

    private void show(List<Campaign> running) {
        attract.show(running);
        campaigns.set(running);
    }

    /** A finger on the glass: wakes the kiosk, or shows that somebody is still there. */
    private void input() {
        if (shell.attracting()) {
            wake();
        } else if (warning == null) {
            services.session().touch();
        }
    }

    private void wake() {
        seen = attract.touched();
        services.session().wake();
    }

    private void scanned(ScannedCode code) {
        if (!ScanService.isSignOfLife(code)) {
            misread(code);
            return;
        }
        if (shell.attracting()) {
            Optional<Campaign> _ = attract.touched();
        }
        services.session().wake();
        // Waking shows the home page first; what was scanned comes on top of it.
        ui.execute(() -> codes.follow(code));
    }

    /** Helps whoever tried to scan, but begins and prolongs no session: it may be mere noise. */
    private void misread(ScannedCode code) {
        if (!shell.attracting()) {
            if (warning == null) {
                codes.follow(code);
            }
        } else if (code instanceof ScannedCode.Unknown(var reason)) {
            unhelp();
            HelpViewModel model =
                    new HelpViewModel(
                            HelpViewModel.Problem.of(reason),
                            services.tasks(),
                            () -> ui.execute(this::unhelp));
            Screen view = new HelpView(shell.ui(), model);
            help = new Help(model, view);
            shell.cover(Optional.of(view.node()));
        }
    }

    /** Says how to hold it; not while somebody pays. */
    private void hinted(FrameHint hint) {
        if (warning == null && shell.navigator().here().map(ViewModel::takesCodes).orElse(true)) {
            shell.say(
                    switch (hint) {
                        case TOO_DARK -> "scan.tooDark";
                        case TOO_BRIGHT -> "scan.tooBright";
                        case TOO_NEAR -> "scan.tooNear";
                        case HOLD_STILL -> "scan.holdStill";
                    });
        }
    }

    private void unhelp() {
        if (help != null) {
            help.model().close();
            help.view().close();
            help = null;
            shell.cover(Optional.empty());
        }
    }

    private void session(SessionState state) {
        switch (state) {
            case SessionState.Attract() -> {
                unwarn();
                onGlass = Optional.empty();
                if (!shell.attracting()) {
                    shell.navigator().clear();
                    shell.attract(true);
                    attract.resume();
                }
            }
            case SessionState.Active(SessionId now) -> {
                unwarn();
                unhelp();
                begin(now);
            }
            case SessionState.Warning(SessionId now, _) -> {
                begin(now);
                warn();
            }
        }
        name();
    }

    /**
     * Shows Home where the pages on the glass are nobody's, or those of a session that ended on
     * another thread and was followed by this one before its end was shown.
     */
    private void begin(SessionId now) {
        boolean anothers = onGlass.filter(before -> !before.equals(now)).isPresent();
        if (anothers) {
            unwarn();
            shell.navigator().clear();
        }
        if (anothers || shell.attracting()) {
            routes.home(seen, campaigns);
            seen = Optional.empty();
            shell.attract(false);
        }
        onGlass = Optional.of(now);
    }

    private void warn() {
        if (warning == null) {
            IdleWarningView view =
                    new IdleWarningView(
                            shell.ui(),
                            services.session().state(),
                            services.session()::touch,
                            () ->
                                    services.tasks()
                                            .run(
                                                    "end the session",
                                                    () ->
                                                            services.session()
                                                                    .end(EndReason.CUSTOMER)));
            warning = view;
            shell.cover(Optional.of(view.node()));
        }
    }

    private void unwarn() {
        if (warning != null) {
            warning.close();
            warning = null;
            shell.cover(Optional.empty());
        }
    }

    private void name() {
        screen.set(
                shell.attracting()
                        ? "attract"
                        : warning != null ? "idle-warning" : shell.navigator().shown().get());
    }
}
