package io.guidepost.backend.web;

import io.guidepost.backend.enrol.Kiosks;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.UnauthorizedResponse;
import io.javalin.security.BasicAuthCredentials;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Files that kiosks fetch: {@code /kiosk/snapshot/{file}} with the kiosk's id and secret (HTTP
 * basic), {@code /pictures/{path}} for everybody. Both answer range requests, so that a broken
 * transfer goes on where it stopped. Files never change under their name.
 */
public final class KioskFiles implements WebPart {
    private static final Map<String, String> TYPES =
            Map.of(
                    "jpg", "image/jpeg",
                    "png", "image/png",
                    "webp", "image/webp",
                    "svg", "image/svg+xml",
                    "gz", "application/gzip");

    private final Kiosks kiosks;
    private final Path snapshots;
    private final Path pictures;

    /** Serves what lies below these two folders. */
    public KioskFiles(Kiosks kiosks, Path snapshots, Path pictures) {
        this.kiosks = kiosks;
        this.snapshots = snapshots.toAbsolutePath().normalize();
        this.pictures = pictures.toAbsolutePath().normalize();
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(
                "/kiosk/snapshot/{file}",
                context -> {
                    checkKiosk(context);
                    send(context, snapshots, context.pathParam("file"));
                });
        routes.get(
                "/pictures/<file>", context -> send(context, pictures, context.pathParam("file")));
    }

    private void checkKiosk(Context context) {
        BasicAuthCredentials shown = context.basicAuthCredentials();
        if (shown == null
                || kiosks.authenticate(shown.getUsername(), shown.getPassword()).isEmpty()) {
            context.header("WWW-Authenticate", "Basic realm=\"kiosk\"");
            throw new UnauthorizedResponse("show the kiosk's id and secret");
        }
    }

    private static void send(Context context, Path folder, String name) throws IOException {
        Path file = folder.resolve(name).normalize();
        if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
            throw new NotFoundResponse("no such file");
        }
        String ending = name.substring(name.lastIndexOf('.') + 1);
        context.header("Cache-Control", "public, max-age=31536000, immutable");
        context.header("X-Content-Type-Options", "nosniff");
        InputStream in = Files.newInputStream(file);
        context.writeSeekableStream(
                in, TYPES.getOrDefault(ending, "application/octet-stream"), Files.size(file));
    }
}
