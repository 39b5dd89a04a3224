package io.guidepost.devices.printer.escpos;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;

/**
 * Remembers receipts that were sent, at least in part, and not confirmed: they may be on paper, be
 * it that the printer went on by itself later. Holds digests only. Not thread-safe.
 */
final class SentBefore {
    private static final int MOST = 64;

    private final Deque<String> digests = new ArrayDeque<>();

    void add(List<byte[]> receipt) {
        String digest = digest(receipt);
        digests.remove(digest);
        digests.addLast(digest);
        if (digests.size() > MOST) {
            digests.removeFirst();
        }
    }

    boolean has(List<byte[]> receipt) {
        return digests.contains(digest(receipt));
    }

    private static String digest(List<byte[]> receipt) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            receipt.forEach(sha::update);
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
