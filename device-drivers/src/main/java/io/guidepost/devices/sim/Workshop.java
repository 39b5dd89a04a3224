package io.guidepost.devices.sim;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * More than a kiosk needs: the simulators of {@link SimulatedDevices}, a second terminal that
 * speaks ZVT, and a tamper switch.
 */
public final class Workshop implements AutoCloseable {
    /** The tamper switch's line; high is open. */
    public static final int TAMPER_LINE = 27;

    private static final String PASSWORD = "000000";

    private final Path directory;
    private final SimulatedDevices devices;
    private final ZvtSimulator zvt;
    private final boolean temporary;

    private Workshop(
            Path directory, boolean temporary, SimulatedDevices devices, ZvtSimulator zvt) {
        this.directory = directory;
        this.temporary = temporary;
        this.devices = devices;
        this.zvt = zvt;
    }

    /**
     * Starts them all.
     *
     * @param directory where their files lie; made when missing
     * @param zvtPort zero for a free port
     */
    public static Workshop start(
            Path directory, SimulatedDevices.Ports ports, int zvtPort, String saleId)
            throws IOException {
        return start(directory, false, ports, zvtPort, saleId);
    }

    /** Starts them all with files that go when the workshop is closed. */
    public static Workshop temporary(SimulatedDevices.Ports ports, int zvtPort, String saleId)
            throws IOException {
        return start(Files.createTempDirectory("guidepost-devices"), true, ports, zvtPort, saleId);
    }

    private static Workshop start(
            Path directory,
            boolean temporary,
            SimulatedDevices.Ports ports,
            int zvtPort,
            String saleId)
            throws IOException {
        Files.createDirectories(directory);
        SimulatedDevices devices = SimulatedDevices.start(directory, ports, saleId);
        try {
            devices.gpio().setInput(TAMPER_LINE, false);
            ZvtSimulator zvt = ZvtSimulator.start(zvtPort, directory.resolve("zvt.journal"));
            return new Workshop(directory, temporary, devices, zvt);
        } catch (IOException e) {
            devices.close();
            throw e;
        }
    }

    /** The configuration of a kiosk that uses them, for {@code Drivers.config}. */
    public Map<String, String> config() {
        Map<String, String> keys = new TreeMap<>(devices.config());
        keys.put("device.zvt-terminal.driver", "terminal.zvt");
        keys.put("device.zvt-terminal.line", "tcp:" + zvt.address());
        keys.put("device.zvt-terminal.password", PASSWORD);
        keys.put("device.zvt-terminal.book", file("zvt.book"));
        keys.put("device.tamper.driver", "gpio.tamper");
        keys.put("device.tamper.board", "sim:" + devices.gpio().address());
        keys.put("device.tamper.line", Integer.toString(TAMPER_LINE));
        keys.put("device.tamper.file", file("tamper"));
        return keys;
    }

    private String file(String name) {
        return directory.resolve(name).toAbsolutePath().toString();
    }

    public SimulatedDevices devices() {
        return devices;
    }

    public ZvtSimulator zvt() {
        return zvt;
    }

    /** Opens the housing, or closes it. */
    public void setOpen(boolean open) {
        devices.gpio().setInput(TAMPER_LINE, open);
    }

    @Override
    public void close() throws IOException {
        try (devices) {
            zvt.close();
        } finally {
            if (temporary) {
                delete(directory);
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(directory)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.deleteIfExists(file);
        }
    }
}
