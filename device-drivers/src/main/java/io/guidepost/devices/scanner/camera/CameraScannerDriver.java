package io.guidepost.devices.scanner.camera;

import io.guidepost.devices.DeviceKind;
import io.guidepost.devices.config.DeviceMaker;
import io.guidepost.devices.config.Driver;
import io.guidepost.devices.config.Key;
import io.guidepost.devices.config.Settings;
import io.guidepost.devices.transport.LineAddress;
import io.guidepost.devices.transport.LineAddress.Scheme;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code scanner.camera}. */
public final class CameraScannerDriver implements Driver {
    private static final Pattern SIZE = Pattern.compile("([0-9]{2,4})x([0-9]{2,4})");

    @Override
    public String name() {
        return "scanner.camera";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.SCANNER;
    }

    @Override
    public String purpose() {
        return "A camera, such as the Raspberry Pi's with rpicam-vid or a USB camera";
    }

    @Override
    public List<Key> keys() {
        return List.of(
                Key.needed(
                        "line",
                        "tcp:HOST:PORT of a stream, command:PROGRAM ARGUMENT… that writes one,"
                                + " v4l2:/dev/video… of a USB camera, or folder:/… of JPEG files"),
                Key.usual(
                        "size",
                        "WIDTHxHEIGHT of uncompressed YUV 4:2:0 pictures; without it they are JPEG",
                        ""));
    }

    @Override
    public DeviceMaker read(Settings settings) {
        LineAddress line =
                settings.line(
                        "line", List.of(Scheme.TCP, Scheme.COMMAND, Scheme.VIDEO, Scheme.FOLDER));
        FrameStream.Form form =
                settings.value("size", CameraScannerDriver::uncompressed)
                        .orElse(FrameStream.jpeg());
        if (settings.text("size").isPresent()
                && (line instanceof LineAddress.Video || line instanceof LineAddress.Folder)) {
            settings.problem("size", "must be left out: such a line brings JPEG pictures");
        }
        return (id, around) -> new CameraScanner(id, line.opener(), form, around.clock());
    }

    private static FrameStream.Form uncompressed(String size) {
        Matcher sides = SIZE.matcher(size);
        if (sides.matches()) {
            int width = Integer.parseInt(sides.group(1));
            int height = Integer.parseInt(sides.group(2));
            boolean even = width % 2 == 0 && height % 2 == 0;
            if (even && Math.min(width, height) >= 16 && Math.max(width, height) <= 4096) {
                return FrameStream.yuv420(width, height);
            }
        }
        throw new IllegalArgumentException(
                "must be WIDTHxHEIGHT, even numbers from 16 to 4096, such as 1280x720");
    }
}
