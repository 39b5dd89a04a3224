package io.guidepost.devices.speech;

import io.guidepost.devices.DeviceId;
import io.guidepost.devices.DeviceIdentity;
import io.guidepost.devices.Speech;
import io.guidepost.devices.lifecycle.ManagedDevice;
import io.guidepost.devices.lifecycle.StepLoop;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Speech by the program espeak-ng: one process for each sentence, which gets its text on standard
 * input, as anybody can read the arguments of a process. One sentence may wait, no more.
 *
 * <p>Counts {@code sentences}, {@code cut-short}, {@code timeouts}, {@code refused} (no voice),
 * {@code retries} (the program failed).
 */
public final class EspeakSpeech extends ManagedDevice implements Speech {
    /** By language; Mandarin is the Chinese that is spoken. */
    private static final Map<String, String> VOICES =
            Map.of("en", "en", "zh", "cmn", "de", "de", "es", "es", "ar", "ar");

    private static final Duration LOOK_EVERY = Duration.ofSeconds(30);
    private static final Duration SLICE = Duration.ofSeconds(1);
    private static final Duration VERSION_LIMIT = Duration.ofSeconds(5);
    private static final int MOST_ANSWER_BYTES = 400;

    private final EspeakSettings settings;
    private final StepLoop loop;
    private @Nullable Sentence waiting;
    private @Nullable Sentence now;
    private boolean there;

    /** What is to be said. */
    private static final class Sentence {
        private final String text;
        private final String voice;
        private final CompletableFuture<Spoken> end = new CompletableFuture<>();
        private boolean unwanted;
        private @Nullable Process process;

        Sentence(String text, String voice) {
            this.text = text;
            this.voice = voice;
        }
    }

    public EspeakSpeech(DeviceId id, EspeakSettings settings, InstantSource clock) {
        super(id, clock);
        this.settings = settings;
        this.loop = new StepLoop(state, this::step);
    }

    @Override
    public CompletionStage<Spoken> say(String text, Locale language) {
        String clean = clean(text);
        if (clean.isEmpty() || text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException(
                    "text must have 1 to " + LONGEST_TEXT + " characters");
        }
        String voice = VOICES.get(language.getLanguage());
        if (voice == null) {
            state.count("refused");
            return CompletableFuture.completedStage(Spoken.NOT_SAID);
        }
        if (!status().usable()) {
            return CompletableFuture.completedStage(Spoken.NOT_SAID);
        }
        Sentence next = new Sentence(clean, voice);
        replaceBy(next);
        loop.wake();
        return next.end.minimalCompletionStage();
    }

    @Override
    public void stop() {
        replaceBy(null);
    }

    @Override
    public void start() {
        loop.start();
    }

    @Override
    public void close() {
        stop();
        loop.close();
        stop();
    }

    /** Control characters would end up in the sound, and double brackets begin phonemes there. */
    private static String clean(String text) {
        return text.replaceAll("\\p{Cntrl}", " ").replace("[[", "( ").replace("]]", " )").strip();
    }

    private void replaceBy(@Nullable Sentence next) {
        Sentence dropped;
        synchronized (this) {
            dropped = waiting;
            waiting = next;
            if (now != null) {
                now.unwanted = true;
                if (now.process != null) {
                    now.process.destroyForcibly();
                }
            }
        }
        if (dropped != null) {
            state.count("cut-short");
            dropped.end.complete(Spoken.CUT_SHORT);
        }
    }

    private Duration step() throws InterruptedException {
        Sentence next;
        synchronized (this) {
            next = waiting;
            waiting = null;
            now = next;
        }
        if (next == null) {
            look();
            return LOOK_EVERY;
        }
        Spoken end = Spoken.NOT_SAID;
        try {
            end = say(next);
        } catch (IOException e) {
            there = false;
            absent();
        } finally {
            synchronized (this) {
                now = null;
            }
            state.count(
                    switch (end) {
                        case SAID -> "sentences";
                        case CUT_SHORT -> "cut-short";
                        case NOT_SAID -> "retries";
                    });
            next.end.complete(end);
        }
        return Duration.ZERO;
    }

    /** Whether the program is there; asked once, and again while it is not. */
    private void look() throws InterruptedException {
        if (there) {
            return;
        }
        try {
            Process process =
                    new ProcessBuilder(settings.program(), "--version")
                            .redirectErrorStream(true)
                            .start();
            try {
                look(process);
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException _) {
            absent();
        }
    }

    private void look(Process process) throws IOException, InterruptedException {
        process.getOutputStream().close();
        boolean ended = process.waitFor(VERSION_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        if (!ended || process.exitValue() != 0) {
            state.tested(false, settings.program() + " does not tell its version");
            state.fault(settings.program() + " does not work: it does not tell its version");
            return;
        }
        String version = answer(process);
        there = true;
        state.heard();
        state.tested(true, version);
        state.identified(new DeviceIdentity("", version, "", settings.program()));
        state.ready();
    }

    private void absent() {
        state.tested(false, settings.program() + " cannot be started");
        state.fault(
                settings.program()
                        + " cannot be started: install it by \"sudo apt install espeak-ng\"");
    }

    private Spoken say(Sentence sentence) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command(sentence)).redirectErrorStream(true).start();
        try {
            synchronized (this) {
                if (sentence.unwanted) {
                    return Spoken.CUT_SHORT;
                }
                sentence.process = process;
            }
            tell(process, sentence.text);
            boolean ended = waitFor(process);
            synchronized (this) {
                if (sentence.unwanted) {
                    return Spoken.CUT_SHORT;
                }
            }
            if (!ended) {
                state.count("timeouts");
                state.degraded(
                        "a sentence took longer than " + settings.limit().toSeconds() + " s");
                return Spoken.CUT_SHORT;
            }
            if (process.exitValue() != 0) {
                state.degraded("the last sentence was not said: " + answer(process));
                return Spoken.NOT_SAID;
            }
            state.heard();
            state.ready();
            return Spoken.SAID;
        } finally {
            process.destroyForcibly();
        }
    }

    /** A text is shorter than what a pipe takes without a reader, so this does not wait. */
    private static void tell(Process process, String text) {
        try (OutputStream in = process.getOutputStream()) {
            in.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException _) {
            // It ended before it read: its exit status tells more.
        }
    }

    private boolean waitFor(Process process) throws InterruptedException {
        long end = System.nanoTime() + settings.limit().toNanos();
        while (true) {
            state.alive();
            long left = Math.min(end - System.nanoTime(), SLICE.toNanos());
            if (process.waitFor(Math.max(0, left), TimeUnit.NANOSECONDS)) {
                return true;
            }
            if (end - System.nanoTime() <= 0) {
                return false;
            }
        }
    }

    private List<String> command(Sentence sentence) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                settings.program(),
                                "-v",
                                sentence.voice,
                                "-s",
                                Integer.toString(settings.wordsPerMinute()),
                                // UTF-8.
                                "-b",
                                "1",
                                "--stdin"));
        settings.wave().ifPresent(file -> command.addAll(List.of("-w", file.toString())));
        return command;
    }

    private static String answer(Process process) throws IOException {
        byte[] bytes = process.getInputStream().readNBytes(MOST_ANSWER_BYTES);
        String text =
                new String(bytes, StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}+", " ").strip();
        // What follows is where it keeps its data.
        return text.replaceFirst(" +Data at:.*", "");
    }
}
