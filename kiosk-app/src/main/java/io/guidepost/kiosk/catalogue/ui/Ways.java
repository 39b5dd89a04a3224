package io.guidepost.kiosk.catalogue.ui;

import io.guidepost.contract.catalogue.OfferId;
import java.util.function.Consumer;

/** Where the catalogue's screens lead. */
public record Ways(Consumer<OfferId> offer, Consumer<String> category) {}
