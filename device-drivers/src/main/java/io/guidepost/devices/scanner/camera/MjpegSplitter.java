package io.guidepost.devices.scanner.camera;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts a stream of JPEG pictures, one after the other, into pictures. Follows the markers (ITU-T
 * T.81, B.1.1), so that a preview inside a picture does not end it. Bytes between pictures are left
 * out.
 */
final class MjpegSplitter {
    /** Longest picture; a longer one is no camera's. */
    private static final int LONGEST = 4 * 1024 * 1024;

    private byte[] bytes = new byte[64 * 1024];
    private int length;

    /** Up to here the present picture has been looked at; zero before its beginning is found. */
    private int at;

    private boolean inScan;
    private boolean ended;

    /** Takes a piece of the stream. */
    List<byte[]> take(byte[] piece, int count) throws IOException {
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
        }
        System.arraycopy(piece, 0, bytes, length, count);
        length += count;
        List<byte[]> pictures = new ArrayList<>();
        while (advance()) {
            if (ended) {
                pictures.add(Arrays.copyOf(bytes, at));
                drop(at);
            }
        }
        if (length > LONGEST) {
            throw new IOException("a picture of more than " + LONGEST + " bytes");
        }
        return pictures;
    }

    /**
     * Moves past one marker, segment or stretch of picture data; false when more bytes are needed.
     */
    private boolean advance() {
        if (at == 0) {
            return findStart();
        }
        if (inScan) {
            return passScan();
        }
        if (at + 2 > length) {
            return false;
        }
        if ((bytes[at] & 0xff) != 0xff) {
            // Not where a marker must be: this was no picture.
            drop(2);
            return true;
        }
        int marker = bytes[at + 1] & 0xff;
        if (marker == 0xff) {
            at++;
            return true;
        }
        if (marker == 0xd9 || marker == 0x01 || (marker >= 0xd0 && marker <= 0xd7)) {
            at += 2;
            ended = marker == 0xd9;
            return true;
        }
        if (at + 4 > length) {
            return false;
        }
        int segment = 2 + (bytes[at + 2] & 0xff) * 256 + (bytes[at + 3] & 0xff);
        if (at + segment > length) {
            return false;
        }
        at += segment;
        inScan = marker == 0xda;
        return true;
    }

    private boolean findStart() {
        for (int i = 0; i + 1 < length; i++) {
            if (isMarker(i, 0xd8)) {
                drop(i);
                at = 2;
                return true;
            }
        }
        drop(Math.max(0, length - 1));
        return false;
    }

    /** Picture data ends at a marker that is neither a stuffed zero nor a restart. */
    private boolean passScan() {
        while (at + 1 < length) {
            int next = bytes[at + 1] & 0xff;
            if ((bytes[at] & 0xff) == 0xff && next != 0 && (next < 0xd0 || next > 0xd7)) {
                inScan = false;
                return true;
            }
            at++;
        }
        return false;
    }

    private boolean isMarker(int i, int marker) {
        return (bytes[i] & 0xff) == 0xff && (bytes[i + 1] & 0xff) == marker;
    }

    private void drop(int count) {
        System.arraycopy(bytes, count, bytes, 0, length - count);
        length -= count;
        at = 0;
        inScan = false;
        ended = false;
    }
}
