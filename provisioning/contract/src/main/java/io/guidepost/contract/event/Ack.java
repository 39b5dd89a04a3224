package io.guidepost.contract.event;

import java.util.List;
import java.util.UUID;

/** The backend's application acknowledgement: these events are committed. At most 500 ids. */
public record Ack(List<UUID> ids) {}
