package io.guidepost.backend.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The one secret that opens the console: 256 random bits in {@code console.token} of the backend's
 * data folder, readable by its owner alone. Thread-safe.
 */
public final class ConsoleToken {
    private static final String FILE = "console.token";
    private static final int BYTES = 32;
    private static final int SHORTEST = 32;

    private final String token;
    private final String cookie;

    private ConsoleToken(String token) {
        this.token = token;
        this.cookie = derive(token);
    }

    /**
     * Reads the token, making one where there is none.
     *
     * @throws IllegalStateException when the file holds less than 32 characters: it is too easy to
     *     guess, and deleting it makes a good one
     */
    public static ConsoleToken in(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            Files.createDirectories(folder);
            if (!Files.exists(file)) {
                create(file);
            }
            String token = Files.readString(file).strip();
            if (token.length() < SHORTEST) {
                throw new IllegalStateException(
                        file + ": needs at least " + SHORTEST + " characters, delete it for a new");
            }
            return new ConsoleToken(token);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read or write " + file, e);
        }
    }

    private static void create(Path file) throws IOException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        try {
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        } catch (FileAlreadyExistsException e) {
            // Another process of the same start was faster; its token is as good.
            return;
        }
    }

    /** The text of the token, for the address that the launcher prints. */
    public String text() {
        return token;
    }

    /** Whether this is the token; takes the same time for every wrong one. */
    public boolean matches(@Nullable String given) {
        return same(token, given);
    }

    /**
     * What a signed-in browser keeps in place of the token. It is derived from it, so that it
     * outlives a restart and ends with the token.
     */
    String cookie() {
        return cookie;
    }

    boolean matchesCookie(@Nullable String given) {
        return same(cookie, given);
    }

    private static boolean same(String right, @Nullable String given) {
        return given != null
                && MessageDigest.isEqual(
                        right.getBytes(StandardCharsets.UTF_8),
                        given.getBytes(StandardCharsets.UTF_8));
    }

    private static String derive(String token) {
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
}
