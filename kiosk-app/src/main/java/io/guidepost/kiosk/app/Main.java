package io.guidepost.kiosk.app;

import io.guidepost.kiosk.store.StoreException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the kiosk: {@code kiosk [--help] [--rehearse] [--KEY VALUE …]}. A rehearsal draws the
 * first screen, builds the others and ends, for a JVM that learns from it. Exit status: 0 ended on
 * request, 1 could not start, 2 settings are wrong, 3 the disk cannot be used.
 */
public final class Main {
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);
    private static final int BROKEN = 1;
    private static final int BAD_SETTINGS = 2;
    private static final int NO_DISK = 3;

    private static final String HELP = "--help";
    private static final String REHEARSE = "--rehearse";

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        List<String> words = new ArrayList<>(List.of(arguments));
        if (words.contains(HELP)) {
            System.out.println(KioskConfigReader.HELP);
            return;
        }
        boolean rehearsal = words.remove(REHEARSE);
        KioskConfig config;
        try {
            config = KioskConfigReader.read(words, System.getenv());
        } catch (BadConfig e) {
            System.err.println(e.getMessage());
            System.exit(BAD_SETTINGS);
            return;
        }
        KioskGraph kiosk = new KioskGraph(config, Clock.systemUTC());
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("shutdown").unstarted(kiosk::close));
        try {
            kiosk.start(() -> Thread.ofPlatform().name("close").start(() -> System.exit(0)));
            if (rehearsal) {
                System.exit(0);
            }
        } catch (StoreException e) {
            LOG.error("the kiosk's disk cannot be used", e);
            System.exit(NO_DISK);
        } catch (RuntimeException | LinkageError e) {
            // A kiosk that shows only its attract loop must not look alive: the supervisor starts
            // it again.
            LOG.error("the kiosk could not be started", e);
            System.exit(BROKEN);
        }
    }
}
