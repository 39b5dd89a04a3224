package io.guidepost.contract.fleet;

import java.util.UUID;

/**
 * Whether a kiosk is connected; retained, and as {@code online=false} the last will of the same
 * connection.
 *
 * @param bootId new at each start of the application
 * @param connSeq counts connections of this boot: a late death of an older connection is ignored
 */
public record Presence(boolean online, UUID bootId, long connSeq, String app, String os) {}
