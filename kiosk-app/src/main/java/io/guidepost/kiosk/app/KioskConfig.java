package io.guidepost.kiosk.app;

import io.guidepost.contract.catalogue.RegionId;
import io.guidepost.contract.code.LabelLayout;
import io.guidepost.contract.id.GroupId;
import io.guidepost.contract.id.KioskId;
import io.guidepost.contract.id.TenantId;
import io.guidepost.contract.sign.VerifyingKey;
import io.guidepost.devices.config.DeviceConfig;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * All settings of a kiosk, read once by {@link KioskConfigReader}; the keys are listed there.
 *
 * @param data folder of everything the kiosk keeps
 */
public record KioskConfig(
        Path data,
        Place place,
        Backend backend,
        DeviceConfig devices,
        Display display,
        Times times) {
    /**
     * Who and where this kiosk is.
     *
     * @param store name of the place that the kiosk stands in
     * @param region its offers come first
     * @param zone the store's time zone
     * @param discountWindowDays days before a reduction in which the lowest price is looked for: 30
     *     in the European Union
     * @param labels how the store's own scales write their labels; the first that fits is taken
     */
    public record Place(
            TenantId tenant,
            KioskId kiosk,
            GroupId group,
            String store,
            RegionId region,
            ZoneId zone,
            int discountWindowDays,
            List<LabelLayout> labels) {}

    /**
     * Where the backend is.
     *
     * @param mqtt {@code tcp://host:port} or {@code ssl://host:port}
     * @param http base address, ends with a slash
     * @param secret what the kiosk signs in with, over MQTT and HTTP; empty where the broker asks
     *     for nothing
     * @param key checks documents; without it every document is refused
     * @param retryFirst longest wait before the first new try to connect
     * @param retryLongest longest wait between later ones
     */
    public record Backend(
            URI mqtt,
            URI http,
            Optional<String> secret,
            Optional<VerifyingKey> key,
            Duration keepAlive,
            Duration retryFirst,
            Duration retryLongest,
            Duration resendAfter) {
        /** Without the secret: it must not reach a log. */
        @Override
        public String toString() {
            return "Backend[" + mqtt + ", " + http + "]";
        }
    }

    /**
     * The panel.
     *
     * @param width pixels
     * @param height pixels
     * @param pixelsPerMm of the glass
     * @param fullScreen false shows a window
     * @param remotePort where the remote screen is served on the local host; 0 takes a free one,
     *     empty serves none
     * @param remoteToken what a viewer of the remote screen must show; empty lets everybody on the
     *     local host in
     */
    public record Display(
            int width,
            int height,
            double pixelsPerMm,
            boolean fullScreen,
            Locale language,
            Optional<Integer> remotePort,
            Optional<String> remoteToken) {
        /** Without the token: it must not reach a log. */
        @Override
        public String toString() {
            return "Display[" + width + "x" + height + "]";
        }
    }

    /**
     * Time limits.
     *
     * @param idle without a touch, before the warning
     * @param warning to answer it, at least 20 s
     */
    public record Times(Duration idle, Duration warning) {}
}
