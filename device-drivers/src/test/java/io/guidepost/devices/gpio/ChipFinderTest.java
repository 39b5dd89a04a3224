package io.guidepost.devices.gpio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Chips as the kernels of Raspberry Pi OS show them. */
class ChipFinderTest {
    @TempDir Path root;
    private Path dev;
    private Path sys;
    private ChipFinder finder;

    @BeforeEach
    void roots() throws IOException {
        dev = Files.createDirectories(root.resolve("dev"));
        sys = Files.createDirectories(root.resolve("sys"));
        finder = new ChipFinder(dev, sys);
    }

    /** As kernels up to 6.16 show a chip: a number of their own, and a link to its device. */
    private void chip(String name, String base, String platform, String label) throws IOException {
        Files.createFile(dev.resolve(name));
        Path device = Files.createDirectories(sys.resolve("devices/platform/" + platform));
        Files.createDirectories(device.resolve(name));
        Path entry = Files.createDirectories(device.resolve("gpio/" + base));
        Files.writeString(entry.resolve("label"), label + "\n");
        Files.createSymbolicLink(entry.resolve("device"), device);
        Files.createDirectories(sys.resolve("class/gpio"));
        Files.createSymbolicLink(sys.resolve("class/gpio/" + base), entry);
    }

    @Test
    void findsTheHeaderOfAPi5WhateverItsNumber() throws Exception {
        chip("gpiochip0", "gpiochip512", "soc/107d508500.gpio", "gpio-brcmstb@107d508500");
        chip("gpiochip4", "gpiochip571", "axi/1f000d0000.gpio", "pinctrl-rp1");
        chip("gpiochip10", "gpiochip544", "soc/107d508520.gpio", "gpio-brcmstb@107d508520");
        assertThat(finder.find("")).isEqualTo("gpiochip4");
    }

    @Test
    void doesNotFollowTheLinkThatOldProgramsNeed() throws Exception {
        chip("gpiochip0", "gpiochip569", "axi/1f000d0000.gpio", "pinctrl-rp1");
        Files.createSymbolicLink(dev.resolve("gpiochip4"), dev.resolve("gpiochip0"));
        assertThat(finder.find("")).isEqualTo("gpiochip0");
    }

    @Test
    void findsTheHeaderOfAPi4BesideTheExpander() throws Exception {
        chip("gpiochip1", "gpiochip570", "soc/soc:firmware:gpio", "raspberrypi-exp-gpio");
        chip("gpiochip0", "gpiochip512", "soc/fe200000.gpio", "pinctrl-bcm2711");
        assertThat(finder.find("")).isEqualTo("gpiochip0");
    }

    @Test
    void findsTheHeaderOfAPi3() throws Exception {
        chip("gpiochip0", "gpiochip512", "soc/3f200000.gpio", "pinctrl-bcm2835");
        assertThat(finder.find("")).isEqualTo("gpiochip0");
    }

    @Test
    void readsTheNewerKernelsToo() throws Exception {
        Files.createFile(dev.resolve("gpiochip13"));
        Path entry = Files.createDirectories(sys.resolve("class/gpio/chip13"));
        Files.writeString(entry.resolve("label"), "pinctrl-rp1\n");
        assertThat(finder.find("")).isEqualTo("gpiochip13");
    }

    @Test
    void takesANameOrALabelThatIsWanted() throws Exception {
        chip("gpiochip0", "gpiochip512", "soc/fe200000.gpio", "pinctrl-bcm2711");
        chip("gpiochip2", "gpiochip600", "usb/1-1", "mcp2221_gpio");
        assertThat(finder.find("mcp2221_gpio")).isEqualTo("gpiochip2");
        assertThat(finder.find("gpiochip2")).isEqualTo("gpiochip2");
    }

    @Test
    void tellsWhichThereAreWhereTheWantedIsMissing() throws Exception {
        assertThatThrownBy(() -> finder.find("")).hasMessageContaining("there is none at all");
        chip("gpiochip1", "gpiochip570", "soc/soc:firmware:gpio", "raspberrypi-exp-gpio");
        assertThatThrownBy(() -> finder.find(""))
                .hasMessage(
                        "no GPIO chip of a Raspberry Pi; there are gpiochip1"
                                + " (raspberrypi-exp-gpio)");
        assertThatThrownBy(() -> finder.find("gpiochip7")).hasMessageContaining("gpiochip7");
    }

    @Test
    void asksTheDeviceWhereTheKernelOffersNoLabels() throws Exception {
        // No GPIO chip answers here; what is none says nothing and hurts nobody.
        Files.createFile(dev.resolve("gpiochip0"));
        assertThat(ChipInfo.label(Path.of("/dev/null"))).isEmpty();
        assertThat(ChipInfo.label(root.resolve("missing"))).isEmpty();
        assertThatThrownBy(() -> finder.find("")).hasMessageContaining("gpiochip0 (unknown)");
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment info = arena.allocate(68);
            info.setString(0, "gpiochip4");
            info.setString(32, "pinctrl-rp1");
            assertThat(ChipInfo.labelOf(info)).isEqualTo("pinctrl-rp1");
        }
    }
}
