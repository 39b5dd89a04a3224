package io.guidepost.backend.console;

import io.guidepost.backend.web.OperatorToken;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HandlerType;
import io.javalin.http.SameSite;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Who may use the console, and the headers that keep a browser from being used against it: a bearer
 * token for programs, a cookie for the browser that has shown the token once. Thread-safe.
 */
final class Access {
    static final String COOKIE = "guidepost-console";
    private static final String BEARER = "bearer ";
    private static final int COOKIE_SECONDS = (int) Duration.ofHours(12).toSeconds();
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'";

    private final OperatorToken token;
    private final String cookie;

    Access(OperatorToken token) {
        this.token = token;
        this.cookie = derive(token.text());
    }

    /**
     * What a signed-in browser keeps in place of the token. It is derived from it, so that it
     * outlives a restart and ends with the token.
     */
    static String derive(String token) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal("console".getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every Java", e);
        }
    }

    /** What may happen to a request. */
    enum Decision {
        ALLOWED,
        /** No token, or a wrong one. */
        UNKNOWN,
        /** Signed in, but the request was not made by the console's own page. */
        FOREIGN
    }

    Decision decide(Context request) {
        boolean bearer = token.matches(bearer(request));
        if (!bearer && !isCookie(request.cookie(COOKIE))) {
            return Decision.UNKNOWN;
        }
        return isSafe(request) || fromOwnPage(request, bearer)
                ? Decision.ALLOWED
                : Decision.FOREIGN;
    }

    /** Whether the token was right; if so the browser is signed in from now on. */
    boolean signIn(Context request, @Nullable String given) {
        if (!token.matches(given)) {
            return false;
        }
        request.cookie(
                new Cookie(
                        COOKIE,
                        cookie,
                        "/console",
                        COOKIE_SECONDS,
                        request.scheme().equals("https"),
                        true,
                        null,
                        SameSite.STRICT));
        return true;
    }

    /** Nothing of another origin is loaded, framed, sniffed or told where the reader came from. */
    static void harden(Context response) {
        response.header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Cache-Control", "no-store");
    }

    /** A form sent from the sign-in page, which has no cookie yet. */
    static boolean fromOwnPage(Context request) {
        return fromOwnPage(request, false);
    }

    /**
     * Browsers send Origin with everything but GET; a program with the bearer token, which no
     * browser adds by itself, may leave it out.
     */
    private static boolean fromOwnPage(Context request, boolean bearer) {
        String origin = request.header("Origin");
        if (origin == null) {
            return bearer;
        }
        String host = request.header("Host");
        return origin.equalsIgnoreCase("http://" + host)
                || origin.equalsIgnoreCase("https://" + host);
    }

    private boolean isCookie(@Nullable String given) {
        return given != null
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8),
                        cookie.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isSafe(Context request) {
        return request.method().equals(HandlerType.GET)
                || request.method().equals(HandlerType.HEAD);
    }

    private static @Nullable String bearer(Context request) {
        String header = request.header("Authorization");
        return header != null && header.toLowerCase(Locale.ROOT).startsWith(BEARER)
                ? header.substring(BEARER.length()).strip()
                : null;
    }
}
