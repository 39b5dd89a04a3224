package io.guidepost.backend.web;

import io.guidepost.backend.enrol.KioskCredentials;
import io.guidepost.backend.enrol.Kiosks;
import io.guidepost.backend.telemetry.Fleet;
import io.guidepost.contract.id.GroupId;
import io.guidepost.contract.id.KioskId;
import io.guidepost.contract.json.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.function.BiFunction;

/**
 * Head office's way to take kiosks in, with the operator's token: {@code POST /api/kiosks} with
 * {@code {"id", "group", "store"}} answers the lines for the kiosk's properties file, its secret
 * among them, this once; {@code DELETE /api/kiosks/{id}} ends its right to connect and its
 * connection; {@code GET /api/kiosks} lists the fleet.
 */
public final class KioskAdmin implements WebPart {
    private final OperatorToken token;
    private final Kiosks kiosks;
    private final Fleet fleet;
    private final BiFunction<KioskCredentials, String, String> properties;

    /**
     * Puts it together.
     *
     * @param properties the lines for a kiosk of these credentials in this store
     */
    public KioskAdmin(
            OperatorToken token,
            Kiosks kiosks,
            Fleet fleet,
            BiFunction<KioskCredentials, String, String> properties) {
        this.token = token;
        this.kiosks = kiosks;
        this.fleet = fleet;
        this.properties = properties;
    }

    /** What head office says of a new kiosk. */
    record NewKiosk(KioskId id, GroupId group, String store) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/api/kiosks", this::enrol);
        routes.delete("/api/kiosks/{id}", this::revoke);
        routes.get("/api/kiosks", this::list);
    }

    private void enrol(Context context) {
        token.check(context);
        NewKiosk wanted = Json.read(context.bodyAsBytes(), NewKiosk.class);
        KioskCredentials credentials = kiosks.enrol(wanted.id(), wanted.group());
        context.header("Cache-Control", "no-store");
        context.status(201)
                .contentType("text/plain; charset=utf-8")
                .result(properties.apply(credentials, wanted.store()));
    }

    private void revoke(Context context) {
        token.check(context);
        boolean known = kiosks.revoke(new KioskId(context.pathParam("id")));
        context.status(known ? 204 : 404);
    }

    private void list(Context context) {
        token.check(context);
        context.contentType("application/json").result(Json.write(fleet.all()));
    }
}
