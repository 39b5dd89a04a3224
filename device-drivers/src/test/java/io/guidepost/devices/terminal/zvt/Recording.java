package io.guidepost.devices.terminal.zvt;

import io.guidepost.devices.transport.ByteLine;
import io.guidepost.devices.transport.LineOpener;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What travelled on lines, byte for byte, as a capture file that other programs read. */
final class Recording {
    private static final int TILL_PORT = 50_000;
    static final int TERMINAL_PORT = 20_007;

    /** LINKTYPE_RAW: packets begin with their IP header. */
    private static final int RAW_IP = 101;

    private static final class Piece {
        private final boolean toTerminal;
        private final byte[] bytes;

        Piece(boolean toTerminal, byte[] bytes) {
            this.toTerminal = toTerminal;
            this.bytes = bytes;
        }
    }

    private final List<Piece> pieces = new ArrayList<>();

    LineOpener of(LineOpener opener) {
        return () -> new Recorded(opener.open());
    }

    private synchronized void add(boolean toTerminal, byte[] bytes) {
        pieces.add(new Piece(toTerminal, bytes));
    }

    /** Writes one TCP connection with all of it (pcap, big-endian, microseconds). */
    synchronized void write(Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(0xA1B2C3D4);
        out.writeShort(2);
        out.writeShort(4);
        out.writeLong(0);
        out.writeInt(65_535);
        out.writeInt(RAW_IP);
        int[] sent = {1, 1};
        int second = 0;
        for (Piece piece : pieces) {
            int from = piece.toTerminal ? 0 : 1;
            byte[] packet = packet(piece, sent[from], sent[1 - from]);
            sent[from] += piece.bytes.length;
            out.writeInt(second++);
            out.writeInt(0);
            out.writeInt(packet.length);
            out.writeInt(packet.length);
            out.write(packet);
        }
        Files.write(file, bytes.toByteArray());
    }

    private static byte[] packet(Piece piece, int sequence, int acknowledged) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        int till = 0x0A000001;
        int terminal = 0x0A000002;
        out.writeShort(0x4500);
        out.writeShort(40 + piece.bytes.length);
        out.writeInt(0);
        out.writeInt(0x40060000);
        out.writeInt(piece.toTerminal ? till : terminal);
        out.writeInt(piece.toTerminal ? terminal : till);
        out.writeShort(piece.toTerminal ? TILL_PORT : TERMINAL_PORT);
        out.writeShort(piece.toTerminal ? TERMINAL_PORT : TILL_PORT);
        out.writeInt(sequence);
        out.writeInt(acknowledged);
        out.writeShort(0x5018);
        out.writeShort(0x7FFF);
        out.writeInt(0);
        out.write(piece.bytes);
        return bytes.toByteArray();
    }

    private final class Recorded implements ByteLine {
        private final ByteLine line;

        Recorded(ByteLine line) {
            this.line = line;
        }

        @Override
        public int read(byte[] into, Duration limit) throws IOException {
            int count = line.read(into, limit);
            if (count > 0) {
                add(false, Arrays.copyOf(into, count));
            }
            return count;
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            add(true, bytes.clone());
            line.write(bytes);
        }

        @Override
        public void close() {
            line.close();
        }
    }
}
