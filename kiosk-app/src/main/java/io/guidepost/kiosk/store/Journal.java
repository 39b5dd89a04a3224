package io.guidepost.kiosk.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A file to which records are only added. Each record is {@code GPJ1}, its length (4 bytes,
 * big-endian), the CRC-32C of its payload (4 bytes) and the payload. What {@link #append} returned
 * from is on the medium. A last record that was torn by a power cut is cut off at the next opening;
 * a damaged one in the middle is skipped and counted, and the damaged file kept beside.
 *
 * <p>One thread writes; it must never be interrupted, for that closes the channel.
 */
final class Journal implements AutoCloseable {
    static final int LONGEST_PAYLOAD = 1 << 20;
    private static final int MAGIC = 0x47504a31;
    private static final int HEAD = 12;

    private final Path file;
    private @Nullable FileChannel channel;
    private long length;

    /**
     * What was found at the opening.
     *
     * @param torn bytes of an unfinished last record, cut off
     * @param damaged bytes in the middle that are no record, skipped
     */
    record Contents(List<byte[]> records, long torn, long damaged) {}

    Journal(Path file) {
        this.file = file;
    }

    /** Reads everything and makes the file ready for more. */
    Contents open() throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        byte[] all = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        Contents contents = parse(all);
        if (contents.damaged() > 0) {
            Files.copy(
                    file,
                    file.resolveSibling(file.getFileName() + ".damaged"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        if (contents.torn() > 0 || contents.damaged() > 0) {
            replaceWith(contents.records());
        } else {
            reopen();
        }
        return contents;
    }

    private void reopen() throws IOException {
        FileChannel old = channel;
        if (old != null) {
            old.close();
        }
        boolean fresh = !Files.exists(file);
        FileChannel opened =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        length = opened.size();
        opened.position(length);
        channel = opened;
        if (fresh) {
            forceFolder();
        }
    }

    private static Contents parse(byte[] all) {
        List<byte[]> records = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(all);
        int at = 0;
        int good = 0;
        long damaged = 0;
        while (at < all.length) {
            int size = recordAt(all, in, at);
            if (size >= 0) {
                byte[] payload = new byte[size];
                in.get(at + HEAD, payload);
                records.add(payload);
                damaged += at - good;
                at += HEAD + size;
                good = at;
            } else {
                at++;
            }
        }
        return new Contents(records, all.length - good, damaged);
    }

    /** Payload length of the sound record that begins here, or -1. */
    private static int recordAt(byte[] all, ByteBuffer in, int at) {
        if (all.length - at < HEAD || in.getInt(at) != MAGIC) {
            return -1;
        }
        int size = in.getInt(at + 4);
        if (size < 1 || size > LONGEST_PAYLOAD || size > all.length - at - HEAD) {
            return -1;
        }
        return crc(all, at + HEAD, size) == in.getInt(at + 8) ? size : -1;
    }

    private static int crc(byte[] bytes, int from, int size) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, size);
        return (int) crc.getValue();
    }

    /** Adds records, in one write, and waits until they are on the medium. */
    void append(List<byte[]> payloads) throws IOException {
        write(encode(payloads));
        open(channel).force(false);
    }

    /** Adds records without waiting for the medium: for what may be lost in a power cut. */
    void appendLazily(List<byte[]> payloads) throws IOException {
        write(encode(payloads));
    }

    private void write(ByteBuffer bytes) throws IOException {
        FileChannel out = open(channel);
        try {
            out.position(length);
            while (bytes.hasRemaining()) {
                int _ = out.write(bytes);
            }
            length = out.position();
        } catch (IOException e) {
            // A full disk may leave half a record: it must not stand before later ones.
            out.truncate(length);
            throw e;
        }
    }

    private static ByteBuffer encode(List<byte[]> payloads) {
        int total = 0;
        for (byte[] payload : payloads) {
            if (payload.length < 1 || payload.length > LONGEST_PAYLOAD) {
                throw new StoreException(
                        "journal: a record has "
                                + payload.length
                                + " bytes, needs 1 to "
                                + LONGEST_PAYLOAD);
            }
            total += HEAD + payload.length;
        }
        ByteBuffer out = ByteBuffer.allocate(total);
        for (byte[] payload : payloads) {
            out.putInt(MAGIC).putInt(payload.length).putInt(crc(payload, 0, payload.length));
            out.put(payload);
        }
        return out.flip();
    }

    /** Bytes in the file. */
    long length() {
        return length;
    }

    /** Replaces everything by these records: all of them or nothing of it survives a crash. */
    void replaceWith(List<byte[]> payloads) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try (FileChannel out =
                FileChannel.open(
                        next,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = encode(payloads);
            while (bytes.hasRemaining()) {
                int _ = out.write(bytes);
            }
            out.force(true);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder();
        reopen();
    }

    /** A new name in a folder is on the medium only once the folder is. */
    private void forceFolder() throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            try (FileChannel f = FileChannel.open(folder, StandardOpenOption.READ)) {
                f.force(true);
            }
        }
    }

    private static FileChannel open(@Nullable FileChannel channel) {
        if (channel == null) {
            throw new StoreException("journal: not open");
        }
        return channel;
    }

    @Override
    public void close() throws IOException {
        FileChannel open = channel;
        channel = null;
        if (open != null) {
            open.close();
        }
    }
}
