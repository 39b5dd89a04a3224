package io.guidepost.kiosk.booking.ui;

import io.guidepost.contract.booking.Slot;
import io.guidepost.kiosk.booking.SlotSearch;
import io.guidepost.kiosk.booking.ui.SlotsViewModel.State;
import io.guidepost.kiosk.ui.Nodes;
import io.guidepost.kiosk.ui.Section;
import io.guidepost.kiosk.ui.Tap;
import io.guidepost.kiosk.ui.Tiles;
import io.guidepost.kiosk.ui.Ui;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Days, and the times of the chosen day with the places that are left. */
public final class SlotsView extends Section {
    private final SlotsViewModel model;
    private final VBox body = Nodes.column("card slots");
    private final VBox footer = Nodes.column("footer-part");

    public SlotsView(Ui ui, SlotsViewModel model) {
        super(ui);
        this.model = model;
        body.setId("slots");
        watch(model.state(), this::show);
    }

    @Override
    public String name() {
        return "slots";
    }

    @Override
    public Region node() {
        return body;
    }

    @Override
    public Region footer() {
        return footer;
    }

    private void show(State state) {
        body.getChildren().setAll(Nodes.wrapped(ui.say("slots.title"), "h2"));
        if (state.search().isEmpty()) {
            body.getChildren().add(Nodes.wrapped(ui.say("slots.reading"), "body"));
        } else {
            switch (state.search().get()) {
                case SlotSearch.Slots slots -> times(state, slots);
                case SlotSearch.NotReachable _ -> noAnswer("slots.notReachable");
                case SlotSearch.Failed _ -> noAnswer("slots.failed");
            }
        }
        showFooter(state);
    }

    private void noAnswer(String key) {
        body.getChildren()
                .addAll(
                        Nodes.wrapped(ui.say(key), "body"),
                        Tap.second("slots-again", ui.say("again"), model::again));
    }

    private void times(State state, SlotSearch.Slots slots) {
        Tiles days = new Tiles(ui.panel().small() ? 3 : 4, ui.panel().em(0.4));
        for (LocalDate day : model.days()) {
            days.getChildren().add(day(day, day.equals(state.day())));
        }
        body.getChildren().add(days);
        List<Slot> shown = model.shown(slots);
        if (shown.isEmpty()) {
            body.getChildren().add(Nodes.wrapped(ui.say("slots.none"), "body"));
            return;
        }
        body.getChildren().add(Nodes.wrapped(ui.messages().longDay(state.day()), "strong-text"));
        Tiles times = new Tiles(3, ui.panel().em(0.5));
        for (Slot slot : shown) {
            times.getChildren().add(time(slot, state.chosen()));
        }
        body.getChildren().add(times);
    }

    private Node day(LocalDate day, boolean chosen) {
        Tap tap =
                new Tap(
                                "day-" + day,
                                ui.messages().longDay(day),
                                () -> model.chooseDay(day),
                                Nodes.column(
                                        "day-body",
                                        Nodes.text(ui.messages().dayOfWeek(day), "day-name"),
                                        Nodes.text(ui.messages().dayAndMonth(day), "small")))
                        .styled("day");
        return chosen ? tap.styled("chosen") : tap;
    }

    private Node time(Slot slot, Optional<Slot> chosen) {
        boolean full = slot.free() <= 0;
        String places =
                full
                        ? ui.say("slots.full")
                        : ui.say("slots.free", ui.messages().number(slot.free()));
        Tap tap =
                new Tap(
                                "slot-" + slot.id().value().replace(':', '-'),
                                ui.messages().time(slot.start()) + ", " + places,
                                () -> model.choose(slot),
                                Nodes.column(
                                        "slot-body",
                                        Nodes.text(ui.messages().time(slot.start()), "slot-time"),
                                        Nodes.text(places, "small")))
                        .styled("slot");
        tap.setDisable(full);
        if (chosen.map(Slot::id).equals(Optional.of(slot.id()))) {
            tap.styled("chosen");
        }
        return tap;
    }

    private void showFooter(State state) {
        footer.getChildren().clear();
        state.refusal()
                .ifPresent(
                        key ->
                                footer.getChildren()
                                        .add(
                                                Nodes.id(
                                                        "slots-refusal",
                                                        Nodes.wrapped(ui.say(key), "alert-text"))));
        String label =
                state.chosen()
                        .map(
                                slot ->
                                        ui.say(
                                                state.busy() ? "slots.holding" : "slots.hold",
                                                ui.messages().time(slot.start())))
                        .orElse(ui.say("slots.choose"));
        Tap pay = Tap.main("booking-hold", label, model::hold);
        pay.setDisable(state.chosen().isEmpty());
        pay.setMouseTransparent(state.busy());
        footer.getChildren().add(pay);
    }
}
