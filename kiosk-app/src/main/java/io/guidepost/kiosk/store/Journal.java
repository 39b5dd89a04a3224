package io.guidepost.kiosk.store;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file to which records are only added. Each record is {@code GPJ1}, its length (4 bytes,
 * big-endian), the CRC-32C of its payload (4 bytes) and the payload. What a durable {@link #append}
 * returned from is on the medium. A last record that was torn by a power cut is cut off at the next
 * opening; a damaged one in the middle is skipped and counted, and the damaged file kept beside.
 *
 * <p>Calls come one at a time. Those that write must never be interrupted, for that closes the
 * channel.
 */
final class Journal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
    static final int LONGEST_PAYLOAD = 1 << 20;
    private static final int MAGIC = 0x47504a31;
    private static final int HEAD = 12;

    private final Path file;
    private @Nullable FileChannel out;
    // Not a channel: whoever reads may be interrupted.
    private @Nullable RandomAccessFile in;
    private long length;

    /** Is given each sound record. */
    @FunctionalInterface
    interface Visitor {
        void record(long position, byte[] payload);
    }

    /**
     * What else was found at the opening.
     *
     * @param torn bytes of an unfinished last record, cut off
     * @param damaged bytes in the middle that are no record, skipped
     */
    record Found(long torn, long damaged) {}

    Journal(Path file) {
        this.file = file;
    }

    /** Reads everything and makes the file ready for more. */
    Found open(Visitor visitor) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        boolean fresh = !Files.exists(file);
        reopen();
        if (fresh) {
            forceFolder();
            return new Found(0, 0);
        }
        long sound;
        long damaged = 0;
        try (Arena arena = Arena.ofConfined();
                FileChannel channel = FileChannel.open(file)) {
            long size = channel.size();
            if (size > Integer.MAX_VALUE) {
                throw new IOException(file + " has " + size + " bytes, at most 2 GiB can be read");
            }
            ByteBuffer all =
                    channel.map(FileChannel.MapMode.READ_ONLY, 0, size, arena).asByteBuffer();
            int at = 0;
            int good = 0;
            while (at < size) {
                int payload = recordAt(all, at);
                if (payload < 0) {
                    at++;
                    continue;
                }
                damaged += at - good;
                byte[] bytes = new byte[payload];
                all.get(at + HEAD, bytes);
                visitor.record(at, bytes);
                at += HEAD + payload;
                good = at;
            }
            sound = good;
        }
        if (damaged > 0) {
            Files.copy(
                    file,
                    file.resolveSibling(file.getFileName() + ".damaged"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        long torn = length - sound;
        if (torn > 0) {
            channel().truncate(sound).force(true);
            length = sound;
        }
        return new Found(torn, damaged);
    }

    private void reopen() throws IOException {
        close();
        FileChannel opened =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        out = opened;
        in = new RandomAccessFile(file.toFile(), "r");
        length = opened.size();
    }

    /** Payload length of the sound record that begins here, or -1. */
    private static int recordAt(ByteBuffer all, int at) {
        int left = all.limit() - at - HEAD;
        if (left < 0 || all.getInt(at) != MAGIC) {
            return -1;
        }
        int size = all.getInt(at + 4);
        if (size < 1 || size > LONGEST_PAYLOAD || size > left) {
            return -1;
        }
        return crc(all.slice(at + HEAD, size)) == all.getInt(at + 8) ? size : -1;
    }

    private static int crc(ByteBuffer payload) {
        CRC32C crc = new CRC32C();
        crc.update(payload);
        return (int) crc.getValue();
    }

    /**
     * Adds records in one write.
     *
     * @param durable whether to wait until they are on the medium; without, they outlive this
     *     process but not the power
     * @return where each begins
     */
    long[] append(List<byte[]> payloads, boolean durable) throws IOException {
        ByteBuffer bytes =
                ByteBuffer.allocate(payloads.stream().mapToInt(p -> HEAD + p.length).sum());
        long[] positions = new long[payloads.size()];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = length + bytes.position();
            byte[] payload = checked(payloads.get(i));
            bytes.putInt(MAGIC).putInt(payload.length).putInt(crc(ByteBuffer.wrap(payload)));
            bytes.put(payload);
        }
        bytes.flip();
        FileChannel channel = channel();
        try {
            long at = length;
            while (bytes.hasRemaining()) {
                at += channel.write(bytes, at);
            }
            if (durable) {
                channel.force(false);
            }
            length = at;
        } catch (IOException e) {
            // A full disk may leave half a record: it must not stand before later ones.
            channel.truncate(length);
            throw e;
        }
        return positions;
    }

    private static byte[] checked(byte[] payload) {
        if (payload.length < 1 || payload.length > LONGEST_PAYLOAD) {
            throw new StoreException(
                    "journal: a record has "
                            + payload.length
                            + " bytes, needs 1 to "
                            + LONGEST_PAYLOAD);
        }
        return payload;
    }

    /**
     * The record that begins here.
     *
     * @throws IOException also where it is not sound any more
     */
    byte[] read(long position) throws IOException {
        RandomAccessFile reader = in;
        if (reader == null) {
            throw new StoreException("journal: not open");
        }
        reader.seek(position);
        byte[] head = new byte[HEAD];
        reader.readFully(head);
        ByteBuffer fields = ByteBuffer.wrap(head);
        int magic = fields.getInt();
        int size = fields.getInt();
        if (magic != MAGIC || size < 1 || size > LONGEST_PAYLOAD) {
            throw new EOFException("no record at " + position);
        }
        byte[] payload = new byte[size];
        reader.readFully(payload);
        if (crc(ByteBuffer.wrap(payload)) != fields.getInt()) {
            throw new IOException("the record at " + position + " is damaged");
        }
        return payload;
    }

    /** Bytes in the file. */
    long length() {
        return length;
    }

    /**
     * Replaces everything by these records: all of them or nothing of it survives a crash.
     *
     * @return where each begins
     */
    long[] replaceWith(Iterator<byte[]> payloads) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        LongStream.Builder positions = LongStream.builder();
        try (FileChannel channel =
                        FileChannel.open(
                                next,
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE,
                                StandardOpenOption.TRUNCATE_EXISTING);
                DataOutputStream data =
                        new DataOutputStream(
                                new BufferedOutputStream(
                                        Channels.newOutputStream(channel), 1 << 16))) {
            long at = 0;
            while (payloads.hasNext()) {
                byte[] payload = checked(payloads.next());
                positions.add(at);
                data.writeInt(MAGIC);
                data.writeInt(payload.length);
                data.writeInt(crc(ByteBuffer.wrap(payload)));
                data.write(payload);
                at += HEAD + payload.length;
            }
            data.flush();
            channel.force(true);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        // First of all: what is written from now on must not go to the file that has no name.
        reopen();
        try {
            forceFolder();
        } catch (IOException e) {
            LOG.error("journal: the folder could not be forced to the medium", e);
        }
        return positions.build().toArray();
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

    private FileChannel channel() {
        FileChannel open = out;
        if (open == null) {
            throw new StoreException("journal: not open");
        }
        return open;
    }

    @Override
    public void close() throws IOException {
        FileChannel writer = out;
        RandomAccessFile reader = in;
        out = null;
        in = null;
        if (reader != null) {
            reader.close();
        }
        if (writer != null) {
            writer.close();
        }
    }
}
