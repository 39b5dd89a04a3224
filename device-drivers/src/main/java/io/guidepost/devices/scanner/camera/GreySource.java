package io.guidepost.devices.scanner.camera;

import com.google.zxing.LuminanceSource;

/** A frame as ZXing wants to see it; can be turned, so that bars are found in both directions. */
final class GreySource extends LuminanceSource {
    private final byte[] luminance;

    GreySource(GreyFrame frame) {
        this(frame.width(), frame.height(), frame.luminance());
    }

    private GreySource(int width, int height, byte[] luminance) {
        super(width, height);
        this.luminance = luminance;
    }

    @Override
    public byte[] getRow(int y, byte[] row) {
        byte[] into = row == null || row.length < getWidth() ? new byte[getWidth()] : row;
        System.arraycopy(luminance, y * getWidth(), into, 0, getWidth());
        return into;
    }

    @Override
    public byte[] getMatrix() {
        return luminance;
    }

    @Override
    public boolean isRotateSupported() {
        return true;
    }

    @Override
    public LuminanceSource rotateCounterClockwise() {
        int width = getWidth();
        int height = getHeight();
        byte[] turned = new byte[luminance.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                turned[(width - 1 - x) * height + y] = luminance[y * width + x];
            }
        }
        return new GreySource(height, width, turned);
    }
}
