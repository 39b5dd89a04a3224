package io.guidepost.devices.app;

import io.guidepost.devices.config.DeviceConfig;
import io.guidepost.devices.config.Driver;
import io.guidepost.devices.display.BacklightDriver;
import io.guidepost.devices.display.RotationDriver;
import io.guidepost.devices.gpio.GpioLampDriver;
import io.guidepost.devices.gpio.GpioPresenceDriver;
import io.guidepost.devices.gpio.GpioTamperDriver;
import io.guidepost.devices.printer.escpos.EscPosPrinterDriver;
import io.guidepost.devices.scanner.camera.CameraScannerDriver;
import io.guidepost.devices.scanner.evdev.EvdevScannerDriver;
import io.guidepost.devices.scanner.serial.SerialScannerDriver;
import io.guidepost.devices.speech.EspeakDriver;
import io.guidepost.devices.terminal.nexo.NexoTerminalDriver;
import io.guidepost.devices.terminal.zvt.ZvtTerminalDriver;
import io.guidepost.devices.watchdog.WatchdogDriver;
import java.util.List;
import java.util.Map;

/** Every driver there is. */
public final class Drivers {
    /** In the order in which they are explained. */
    public static final List<Driver> ALL =
            List.of(
                    new SerialScannerDriver(),
                    new EvdevScannerDriver(),
                    new CameraScannerDriver(),
                    new EscPosPrinterDriver(),
                    new NexoTerminalDriver(),
                    new ZvtTerminalDriver(),
                    new GpioLampDriver(),
                    new GpioPresenceDriver(),
                    new GpioTamperDriver(),
                    new BacklightDriver(),
                    new RotationDriver(),
                    new EspeakDriver(),
                    new WatchdogDriver());

    private Drivers() {}

    /**
     * Reads the devices of a configuration; keys that are not about devices are left alone.
     *
     * @throws DeviceConfig.InvalidException naming all problems at once
     */
    public static DeviceConfig config(Map<String, String> values) {
        return DeviceConfig.parse(values, ALL);
    }
}
