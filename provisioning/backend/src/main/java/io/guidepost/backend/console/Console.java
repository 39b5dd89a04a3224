package io.guidepost.backend.console;

import io.guidepost.backend.catalogue.CatalogueStore;
import io.guidepost.backend.catalogue.OfferPublisher;
import io.guidepost.backend.insight.LiveStream;
import io.guidepost.backend.store.Database;
import io.guidepost.backend.telemetry.Fleet;
import io.guidepost.backend.web.OperatorToken;
import io.guidepost.backend.web.WebPart;
import io.guidepost.contract.catalogue.OfferId;
import io.guidepost.contract.json.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import io.javalin.http.sse.SseHandler;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The console: the page at {@code /console} and what it asks for below {@code /console/api}.
 * Answers are JSON; a refusal is {@code {"error", "field", "limit"}}. Thread-safe; handlers may
 * block.
 *
 * @see OperatorToken
 */
public final class Console implements WebPart, AutoCloseable {
    private static final int MOST_LIVE = 64;
    private static final int BACKLOG = 100;

    private final Access access;
    private final Assets assets = new Assets();
    private final Fleet fleet;
    private final Events events;
    private final SaleTrails sales;
    private final Offers offers;
    private final OfferPrices prices;
    private final Campaigns campaigns;
    private final Overview overview;
    private final LiveFeed live;

    /**
     * Starts looking for live events.
     *
     * @param stream says when to look; what is shown comes from the database
     * @param clock its zone is the stores' time zone
     */
    public Console(
            Database database,
            CatalogueStore catalogue,
            OfferPublisher publisher,
            LiveStream stream,
            OperatorToken token,
            Clock clock) {
        this.access = new Access(token);
        this.fleet = new Fleet(database, clock);
        this.events = new Events(database);
        this.sales = new SaleTrails(database);
        this.offers = new Offers(database, clock);
        this.prices = new OfferPrices(database, catalogue, publisher, clock);
        this.campaigns = new Campaigns(database, catalogue, publisher, clock);
        this.overview = new Overview(database, clock);
        this.live = LiveFeed.start(database, events, stream, clock);
    }

    /** Adds everything below {@code /console}; touches no other path. */
    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/console", this::page);
        routes.post("/console/sign-in", this::signIn);
        routes.get("/console/assets/{name}", open(assets::asset));
        answers(routes, "overview", c -> overview.today());
        answers(routes, "kiosks", c -> fleet.all());
        routes.get("/console/api/kiosks/{id}/devices", guarded(this::devices));
        answers(routes, "events", c -> events.after(Instant.EPOCH, BACKLOG));
        answers(routes, "sales", c -> sales.before(Requests.before(c)));
        answers(routes, "offers", c -> offers.search(Requests.words(c), Requests.pageNumber(c)));
        answers(routes, "groups", c -> campaigns.groups());
        answers(routes, "campaigns", c -> campaigns.all());
        routes.post("/console/api/offers/{id}/price", guarded(this::changePrice));
        routes.post("/console/api/campaigns", guarded(this::publishCampaign));
        routes.post("/console/api/campaigns/{id}/end", guarded(this::endCampaign));
        Handler stream = new SseHandler(client -> LiveClient.open(client, live));
        routes.get("/console/api/live", guarded(c -> openLive(c, stream)));
    }

    @Override
    public void close() {
        live.close();
    }

    /** The page, or the way in. A token in the address is taken once and never shown again. */
    private void page(Context context) {
        Access.harden(context);
        String token = context.queryParam("token");
        if (token != null && access.signIn(context, token)) {
            // A page of our own that goes on, as a strict cookie does not travel with a redirect
            // that began on another site.
            assets.send(context, "signed-in.html");
        } else if (access.decide(context) == Access.Decision.ALLOWED) {
            assets.send(context, "index.html");
        } else {
            context.status(HttpStatus.UNAUTHORIZED);
            assets.send(context, "sign-in.html");
        }
    }

    private void signIn(Context context) {
        Access.harden(context);
        if (!Access.fromOwnPage(context)) {
            context.status(HttpStatus.FORBIDDEN).result("sign in from the console's own page");
        } else if (access.signIn(context, context.formParam("token"))) {
            context.redirect("/console", HttpStatus.SEE_OTHER);
        } else {
            context.status(HttpStatus.UNAUTHORIZED);
            assets.send(context, "sign-in.html");
        }
    }

    private void devices(Context context) {
        fleet.devicesOf(Requests.kioskId(context))
                .ifPresentOrElse(
                        found -> json(context, found),
                        () ->
                                refuse(
                                        context,
                                        HttpStatus.NOT_FOUND,
                                        "id",
                                        "no such kiosk has reported its devices"));
    }

    private void changePrice(Context context) {
        record Body(Optional<String> price, Optional<Long> was) {}
        OfferId id = Requests.offerId(context);
        Body body = Requests.body(context, Body.class);
        long was = body.was().orElseThrow(() -> new BadInput("was", "needs the price seen"));
        switch (prices.change(id, body.price().orElse(""), was)) {
            case OfferPrices.Change.Changed() -> json(context, offers.find(id).orElseThrow());
            case OfferPrices.Change.Overtaken(var now) ->
                    refuse(
                            context,
                            HttpStatus.CONFLICT,
                            "was",
                            "somebody else has set the price to " + now);
            case OfferPrices.Change.NoOffer() ->
                    refuse(context, HttpStatus.NOT_FOUND, "id", "no such offer is sold");
        }
    }

    private void publishCampaign(Context context) {
        String id = campaigns.publish(Requests.body(context, Campaigns.Draft.class));
        context.status(HttpStatus.CREATED);
        json(context, Map.of("id", id));
    }

    private void endCampaign(Context context) {
        if (campaigns.end(context.pathParam("id"))) {
            context.status(HttpStatus.NO_CONTENT);
        } else {
            refuse(context, HttpStatus.NOT_FOUND, "id", "no such campaign runs or is to come");
        }
    }

    private void openLive(Context context, Handler stream) throws Exception {
        if (live.clients() >= MOST_LIVE) {
            refuse(
                    context,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "live",
                    "at most " + MOST_LIVE + " pages at a time");
            return;
        }
        stream.handle(context);
    }

    private void answers(RoutesConfig routes, String name, Function<Context, Object> answer) {
        routes.get("/console/api/" + name, guarded(c -> json(c, answer.apply(c))));
    }

    private static Handler open(Handler handler) {
        return context -> {
            Access.harden(context);
            handler.handle(context);
        };
    }

    private Handler guarded(Handler handler) {
        return open(
                context -> {
                    switch (access.decide(context)) {
                        case ALLOWED -> handled(context, handler);
                        case UNKNOWN -> {
                            context.header("WWW-Authenticate", "Bearer");
                            refuse(
                                    context,
                                    HttpStatus.UNAUTHORIZED,
                                    "Authorization",
                                    "needs the console's token");
                        }
                        case FOREIGN ->
                                refuse(
                                        context,
                                        HttpStatus.FORBIDDEN,
                                        "Origin",
                                        "needs to be the console's own page");
                    }
                });
    }

    private static void handled(Context context, Handler handler) throws Exception {
        try {
            handler.handle(context);
        } catch (BadInput e) {
            refuse(context, HttpStatus.BAD_REQUEST, e.field(), e.limit());
        }
    }

    private static void refuse(Context context, HttpStatus status, String field, String limit) {
        context.status(status);
        json(context, Map.of("error", field + ": " + limit, "field", field, "limit", limit));
    }

    /** Written so that it would be no markup even where somebody took it for a page. */
    private static void json(Context context, Object value) {
        context.contentType("application/json; charset=utf-8")
                .result(
                        Json.writeText(value)
                                .replace("<", "\\u003c")
                                .replace(">", "\\u003e")
                                .replace("&", "\\u0026"));
    }
}
