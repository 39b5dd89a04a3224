package io.guidepost.kiosk.link;

import io.guidepost.contract.id.GroupId;
import io.guidepost.contract.id.KioskId;
import io.guidepost.contract.id.TenantId;
import io.guidepost.contract.sign.VerifyingKey;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How the kiosk reaches its backend.
 *
 * @param folder for snapshots and pictures
 * @param app name and version of the application, for presence and birth
 */
public record LinkSettings(Who who, Where where, Pace pace, Path folder, String app) {
    /**
     * Who the kiosk is.
     *
     * @param secret what it signs in with
     * @param key checks documents; without it every document is refused
     */
    public record Who(
            TenantId tenant,
            KioskId kiosk,
            GroupId group,
            Optional<String> secret,
            Optional<VerifyingKey> key) {
        /** Without the secret. */
        @Override
        public String toString() {
            return "Who[" + tenant + ", " + kiosk + ", " + group + "]";
        }
    }

    /**
     * Addresses.
     *
     * @param mqtt {@code tcp://host:port} or {@code ssl://host:port}
     * @param http ends with a slash
     */
    public record Where(URI mqtt, URI http) {}

    /**
     * Time limits.
     *
     * @param retryFirst longest wait before the first new try
     * @param retryLongest longest wait between later ones; each wait is a random share of its
     *     limit, which doubles
     * @param takeover wait after another client connected under the kiosk's id
     * @param resendAfter how long an event waits for its acknowledgement before it is sent again
     * @param answer how long a request waits
     */
    public record Pace(
            Duration keepAlive,
            Duration retryFirst,
            Duration retryLongest,
            Duration takeover,
            Duration resendAfter,
            Duration answer) {
        public static final Pace STANDARD =
                new Pace(
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(1),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(3),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(30));
    }
}
