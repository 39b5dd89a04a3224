package io.guidepost.backend.app;

import io.guidepost.contract.sign.SigningKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.function.Supplier;

/** The backend's keys: made at the first start, each in a file that only its user may read. */
final class KeyFiles {
    private static final int CODE_KEY_BYTES = 32;

    private final Path folder;

    KeyFiles(Path folder) {
        this.folder = folder;
    }

    /** Signs vouchers and offers documents. */
    SigningKey signing() {
        return SigningKey.decode(kept("signing.key", () -> SigningKey.generate().encoded()));
    }

    /** Digests member and badge codes. */
    byte[] codes() {
        return kept(
                "codes.key",
                () -> {
                    byte[] random = new byte[CODE_KEY_BYTES];
                    new SecureRandom().nextBytes(random);
                    return random;
                });
    }

    private byte[] kept(String name, Supplier<byte[]> make) {
        Path file = folder.resolve(name);
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(folder);
                Path fresh =
                        Files.createTempFile(
                                folder,
                                name,
                                ".new",
                                PosixFilePermissions.asFileAttribute(
                                        PosixFilePermissions.fromString("rw-------")));
                Files.write(fresh, make.get());
                Files.move(fresh, file);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the key " + file + " cannot be kept", e);
        }
    }
}
