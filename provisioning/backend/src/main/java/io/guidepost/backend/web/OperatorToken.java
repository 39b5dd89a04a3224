package io.guidepost.backend.web;

import io.javalin.http.Context;
import io.javalin.http.UnauthorizedResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The token that head office shows with each request ({@code Authorization: Bearer …}); made once
 * and kept in a file that only the backend's user may read.
 */
public final class OperatorToken {
    private static final int BYTES = 32;
    private static final int SHORTEST = 32;

    private final String token;

    private OperatorToken(String token) {
        this.token = token;
    }

    /**
     * Reads the token, or makes it where there is none yet.
     *
     * @throws IllegalStateException when the file holds less than 32 characters: that is too easy
     *     to guess, and a good one is made when the file is deleted
     */
    public static OperatorToken in(Path file) {
        try {
            if (!Files.exists(file)) {
                byte[] random = new byte[BYTES];
                new SecureRandom().nextBytes(random);
                Files.createFile(
                        file,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
                Files.writeString(
                        file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
            }
            String token = Files.readString(file).strip();
            if (token.length() < SHORTEST) {
                throw new IllegalStateException(
                        file
                                + ": needs at least "
                                + SHORTEST
                                + " characters; delete it and a new one is made");
            }
            return new OperatorToken(token);
        } catch (IOException e) {
            throw new UncheckedIOException("the operator's token cannot be kept", e);
        }
    }

    /**
     * Lets a request through that shows the token.
     *
     * @throws UnauthorizedResponse for all others
     */
    public void check(Context context) {
        String header = context.header("Authorization");
        String shown = header != null && header.startsWith("Bearer ") ? header.substring(7) : "";
        if (!matches(shown)) {
            throw new UnauthorizedResponse("show the operator's token");
        }
    }

    /** Whether this is the token; takes the same time for every wrong one. */
    public boolean matches(@Nullable String shown) {
        return shown != null
                && MessageDigest.isEqual(
                        shown.getBytes(StandardCharsets.UTF_8),
                        token.getBytes(StandardCharsets.UTF_8));
    }

    /** The token itself, for what is derived from it and for the address that signs in. */
    public String text() {
        return token;
    }
}
