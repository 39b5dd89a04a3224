package io.guidepost.kiosk.ui;

import io.guidepost.kiosk.platform.UiExecutor;
import java.time.ZoneId;
import java.util.Optional;
import javafx.animation.FadeTransition;
import javafx.animation.Interpolator;
import javafx.animation.ParallelTransition;
import javafx.animation.PauseTransition;
import javafx.animation.TranslateTransition;
import javafx.event.Event;
import javafx.geometry.NodeOrientation;
import javafx.scene.Parent;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Everything on the glass, laid out in the panel's own pixels: the attract loop, the screen with
 * its bar, and what lies over them. The first frame needs the attract loop alone; {@link #furnish}
 * adds the rest behind it. FX thread only.
 */
public final class Shell {
    private static final Duration MOTION = Duration.millis(180);
    private static final Duration TOAST = Duration.seconds(5);

    private final Glass glass;
    private final Theme theme;
    private final Settings settings;
    private final Photos photos;
    private final ZoneId zone;
    private final UiExecutor executor;
    private final StackPane room = new StackPane();
    private final StackPane over = new StackPane();
    private final Navigator navigator;
    private @Nullable Bar bar;
    private @Nullable Region attract;
    private boolean attracting = true;
    private boolean waking;
    private Messages messages;

    /** The panel's pixels, scaled to whatever window they are shown in. */
    private final class Glass extends Pane {
        @Override
        protected void layoutChildren() {
            Panel panel = theme.panel();
            double width = panel.width();
            double height = panel.height();
            boolean rail = panel.landscape();
            double depth = panel.em(rail ? Bar.RAIL_EMS : Bar.DEPTH_EMS);
            boolean mirrored = messages.lang().rightToLeft();
            double left = rail && !mirrored ? depth : 0;
            double roomWidth = rail ? width - depth : width;
            double roomHeight = rail ? height : height - depth;
            room.resizeRelocate(left, 0, roomWidth, roomHeight);
            if (attract != null) {
                attract.resizeRelocate(left, 0, roomWidth, roomHeight);
            }
            if (bar != null) {
                if (rail) {
                    bar.node().resizeRelocate(mirrored ? width - depth : 0, 0, depth, height);
                } else {
                    bar.node().resizeRelocate(0, roomHeight, width, depth);
                }
            }
            over.resizeRelocate(0, 0, width, height);
        }
    }

    public Shell(Theme theme, Settings settings, Photos photos, ZoneId zone, UiExecutor executor) {
        this.theme = theme;
        this.settings = settings;
        this.photos = photos;
        this.zone = zone;
        this.executor = executor;
        this.messages = new Messages(settings.lang().get(), zone);
        this.glass = new Glass();
        this.navigator =
                new Navigator(
                        new Navigator.Stage() {
                            @Override
                            public void put(Screen screen, boolean deeper) {
                                Shell.this.put(screen, deeper);
                            }

                            @Override
                            public void clear() {
                                room.getChildren().clear();
                            }
                        },
                        this::ui);
        glass.setBackground(
                javafx.scene.layout.Background.fill(
                        Theme.palette(settings.comfort().get()).paper()));
        glass.setMinSize(theme.panel().width(), theme.panel().height());
        glass.setPrefSize(theme.panel().width(), theme.panel().height());
        glass.setMaxSize(theme.panel().width(), theme.panel().height());
        over.setPickOnBounds(false);
        over.setVisible(false);
        over.setId("over");
        room.setVisible(false);
    }

    /** The root of the scene, as large as the panel. */
    public Parent glass() {
        return glass;
    }

    public Navigator navigator() {
        return navigator;
    }

    /** What a view needs, in the language of the moment. */
    public Ui ui() {
        return new Ui(theme.panel(), messages, photos, executor);
    }

    /** Puts the attract loop on the glass. It must need no style sheet. */
    public void attractWith(Region loop) {
        if (attract != null) {
            glass.getChildren().remove(attract);
        }
        attract = loop;
        loop.setVisible(attracting);
        glass.getChildren().addFirst(loop);
    }

    /** Adds everything but the attract loop. */
    public void furnish() {
        glass.getChildren().addAll(room, over);
        restyle();
        settings.lang().observe(_ -> executor.execute(() -> speak(settings.lang().get())));
        settings.comfort().observe(_ -> executor.execute(this::restyle));
        navigator.canGoBack().observe(_ -> offerWays());
        navigator.shown().observe(_ -> offerWays());
    }

    /**
     * Tells of every touch, key and wheel before anything else sees it; on the attract loop a touch
     * does nothing else.
     */
    public void onInput(Runnable listener) {
        glass.addEventFilter(
                InputEvent.ANY,
                event -> {
                    boolean touch = event instanceof MouseEvent;
                    if (event.getEventType() == MouseEvent.MOUSE_PRESSED) {
                        // The whole gesture wakes, from the press to the click that follows it.
                        waking = attracting;
                    }
                    if (attracting || (touch && waking)) {
                        event.consume();
                    }
                    if (counts(event)) {
                        listener.run();
                    }
                });
    }

    private static boolean counts(Event event) {
        return event.getEventType() == MouseEvent.MOUSE_PRESSED
                || event.getEventType() == MouseEvent.MOUSE_DRAGGED
                || event.getEventType() == KeyEvent.KEY_PRESSED
                || event.getEventType() == ScrollEvent.SCROLL;
    }

    /** Shows the attract loop, or the screens. */
    public void attract(boolean on) {
        attracting = on;
        if (attract != null) {
            attract.setVisible(on);
        }
        room.setVisible(!on);
        if (on) {
            cover(Optional.empty());
        }
        offerWays();
    }

    public boolean attracting() {
        return attracting;
    }

    /** Lays something over everything, or takes it away again. */
    public void cover(Optional<Region> cover) {
        over.getChildren().setAll(cover.stream().toList());
        over.setVisible(cover.isPresent());
    }

    /** Whether something lies over the screen. */
    public boolean covered() {
        return over.isVisible();
    }

    /** Says a sentence for a few seconds without leaving the screen. */
    public void say(String key) {
        Region words = Nodes.row("toast", Nodes.grow(Nodes.wrapped(ui().say(key), "toast-text")));
        words.setId("toast");
        words.setMaxHeight(Region.USE_PREF_SIZE);
        words.setMouseTransparent(true);
        StackPane.setAlignment(words, javafx.geometry.Pos.TOP_CENTER);
        room.getChildren().removeIf(node -> "toast".equals(node.getId()));
        room.getChildren().add(words);
        PauseTransition pause = new PauseTransition(TOAST);
        pause.setOnFinished(_ -> room.getChildren().remove(words));
        pause.play();
    }

    private void uncover() {
        cover(Optional.empty());
    }

    private void speak(Lang lang) {
        if (messages.lang() != lang) {
            messages = new Messages(lang, zone);
            restyle();
            navigator.redraw();
        }
    }

    private void restyle() {
        Comfort comfort = settings.comfort().get();
        theme.apply(room, comfort, messages.lang());
        theme.apply(over, comfort, messages.lang());
        NodeOrientation reading =
                messages.lang().rightToLeft()
                        ? NodeOrientation.RIGHT_TO_LEFT
                        : NodeOrientation.LEFT_TO_RIGHT;
        room.setNodeOrientation(reading);
        over.setNodeOrientation(reading);
        glass.setBackground(javafx.scene.layout.Background.fill(Theme.palette(comfort).paper()));
        buildBar(comfort, reading);
    }

    private void buildBar(Comfort comfort, NodeOrientation reading) {
        if (bar != null) {
            glass.getChildren().remove(bar.node());
        }
        Bar.Actions actions =
                new Bar.Actions(
                        navigator::back,
                        navigator::restartFromHome,
                        () -> cover(Optional.of(Sheets.languages(ui(), settings, this::uncover))),
                        () -> cover(Optional.of(Sheets.comfort(ui(), settings, this::uncover))));
        bar = new Bar(ui(), actions);
        // The bar keeps its size whatever the size of text: it must stay in its place.
        theme.apply(bar.node(), new Comfort(0, comfort.contrast()), messages.lang());
        bar.node().setNodeOrientation(reading);
        glass.getChildren().add(glass.getChildren().indexOf(over), bar.node());
        offerWays();
    }

    private void offerWays() {
        if (bar != null) {
            boolean back = !attracting && navigator.canGoBack().get();
            bar.offer(back, back);
        }
    }

    private void put(Screen screen, boolean deeper) {
        Region node = screen.node();
        room.getChildren().setAll(node);
        FadeTransition fade = new FadeTransition(MOTION, node);
        fade.setFromValue(0);
        fade.setToValue(1);
        TranslateTransition move = new TranslateTransition(MOTION, node);
        double way = theme.panel().em(deeper ? 0.8 : -0.8);
        move.setFromX(messages.lang().rightToLeft() ? -way : way);
        move.setToX(0);
        move.setInterpolator(Interpolator.EASE_OUT);
        new ParallelTransition(fade, move).play();
    }
}
