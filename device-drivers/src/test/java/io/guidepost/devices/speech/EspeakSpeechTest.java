package io.guidepost.devices.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.guidepost.devices.DeviceId;
import io.guidepost.devices.DeviceKind;
import io.guidepost.devices.DeviceStatus;
import io.guidepost.devices.Speech;
import io.guidepost.devices.Speech.Spoken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sentences as real processes: a script in place of espeak-ng, and espeak-ng itself. */
class EspeakSpeechTest {
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final Path REAL = Path.of("/usr/bin/espeak-ng");

    /** Writes down what it is given; takes its time over what is long, and fails when asked to. */
    private static final String SCRIPT =
            """
            #!/bin/sh
            here=$(dirname "$0")
            if [ "$1" = --version ]; then
              echo "eSpeak NG text-to-speech: 1.52.0  Data at: /usr/share/espeak-ng-data"
              exit 0
            fi
            text=$(cat)
            echo "$*|$text" >> "$here/said"
            case "$text" in
              *long*) exec sleep 60 ;;
              *fail*) echo "no sound card" >&2; exit 1 ;;
            esac
            """;

    @TempDir Path folder;
    private Optional<EspeakSpeech> made = Optional.empty();

    @AfterEach
    void close() {
        made.ifPresent(EspeakSpeech::close);
    }

    private Speech speech(EspeakSettings settings) {
        EspeakSpeech speech =
                new EspeakSpeech(
                        new DeviceId(DeviceKind.SPEECH, "voice"), settings, Clock.systemUTC());
        made = Optional.of(speech);
        speech.start();
        return speech;
    }

    private Speech script(Duration limit) throws IOException {
        Path script = folder.resolve("espeak-ng");
        Files.writeString(script, SCRIPT);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        Speech speech = speech(new EspeakSettings(script.toString(), 150, limit, Optional.empty()));
        await().atMost(SOON).until(() -> speech.status() instanceof DeviceStatus.Ready);
        return speech;
    }

    private List<String> said() throws IOException {
        Path file = folder.resolve("said");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private static Spoken end(CompletionStage<Spoken> sentence)
            throws InterruptedException, java.util.concurrent.ExecutionException, TimeoutException {
        return sentence.toCompletableFuture().get(15, TimeUnit.SECONDS);
    }

    @Test
    void saysEachLanguageInItsVoiceAndKeepsTheTextOutOfTheArguments() throws Exception {
        Speech speech = script(Duration.ofSeconds(20));
        Map<String, String> voices =
                Map.of("en", "en", "zh-CN", "cmn", "de-AT", "de", "es", "es", "ar", "ar");
        for (Map.Entry<String, String> voice : voices.entrySet()) {
            String text = "Grüße 你好 مرحبا " + voice.getKey();
            assertThat(end(speech.say(text, Locale.forLanguageTag(voice.getKey()))))
                    .isEqualTo(Spoken.SAID);
            assertThat(said().getLast())
                    .isEqualTo("-v " + voice.getValue() + " -s 150 -b 1 --stdin|" + text);
        }
        assertThat(speech.counters().get("sentences")).isEqualTo(5);
        assertThat(speech.identity().product()).isEqualTo("eSpeak NG text-to-speech: 1.52.0");
    }

    @Test
    void theNewestSentenceWins() throws Exception {
        Speech speech = script(Duration.ofSeconds(20));
        CompletionStage<Spoken> first = speech.say("a long one", Locale.ENGLISH);
        await().atMost(SOON).until(() -> said().size() == 1);
        CompletionStage<Spoken> second = speech.say("second", Locale.ENGLISH);
        CompletionStage<Spoken> third = speech.say("third", Locale.ENGLISH);
        assertThat(end(first)).isEqualTo(Spoken.CUT_SHORT);
        assertThat(end(third)).isEqualTo(Spoken.SAID);
        // The second was said or not, but never after the third.
        assertThat(end(second)).isIn(Spoken.CUT_SHORT, Spoken.SAID);
        assertThat(said().getLast()).endsWith("|third");
    }

    @Test
    void fallsSilentWhenItIsStopped() throws Exception {
        Speech speech = script(Duration.ofSeconds(20));
        CompletionStage<Spoken> sentence = speech.say("a long one", Locale.ENGLISH);
        await().atMost(SOON).until(() -> said().size() == 1);
        speech.stop();
        assertThat(end(sentence)).isEqualTo(Spoken.CUT_SHORT);
        assertThat(end(speech.say("next", Locale.ENGLISH))).isEqualTo(Spoken.SAID);
    }

    @Test
    void aSentenceThatNeverEndsIsEnded() throws Exception {
        Speech speech = script(Duration.ofMillis(300));
        assertThat(end(speech.say("a long one", Locale.ENGLISH))).isEqualTo(Spoken.CUT_SHORT);
        assertThat(speech.status()).isInstanceOf(DeviceStatus.Degraded.class);
        assertThat(speech.counters().get("timeouts")).isEqualTo(1);
        await().atMost(SOON)
                .until(() -> ProcessHandle.current().descendants().noneMatch(this::isScript));
    }

    private boolean isScript(ProcessHandle process) {
        return process.info().commandLine().filter(c -> c.contains(folder.toString())).isPresent();
    }

    @Test
    void aProgramThatFailsIsSaidAndTriedAgain() throws Exception {
        Speech speech = script(Duration.ofSeconds(20));
        assertThat(end(speech.say("fail", Locale.ENGLISH))).isEqualTo(Spoken.NOT_SAID);
        assertThat(speech.status().toString()).contains("no sound card");
        assertThat(end(speech.say("better", Locale.ENGLISH))).isEqualTo(Spoken.SAID);
        assertThat(speech.status()).isInstanceOf(DeviceStatus.Ready.class);
    }

    @Test
    void whatWouldBeACommandToTheProgramIsText() throws Exception {
        Speech speech = script(Duration.ofSeconds(20));
        assertThat(end(speech.say("-v en\u0007 [[h@l'oU]]", Locale.ENGLISH)))
                .isEqualTo(Spoken.SAID);
        assertThat(said().getLast()).endsWith("--stdin|-v en  ( h@l'oU )");
    }

    @Test
    void whatCannotBeSaidIsRefused() throws Exception {
        Speech speech = script(Duration.ofSeconds(20));
        assertThatThrownBy(() -> speech.say(" \n", Locale.ENGLISH))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> speech.say("x".repeat(1001), Locale.ENGLISH))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(end(speech.say("Bonjour", Locale.FRENCH))).isEqualTo(Spoken.NOT_SAID);
        assertThat(said()).isEmpty();
    }

    @Test
    void aProgramThatIsAskedForItsVersionDoesNotOutliveTheDriver() throws Exception {
        Path script = folder.resolve("espeak-ng");
        // In the shell itself, so that its command line shows whose it is.
        Files.writeString(script, "#!/bin/sh\necho > \"$0.asked\"\nread x < \"$0.fifo\"\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        Process fifo = new ProcessBuilder("mkfifo", script + ".fifo").start();
        assertThat(fifo.waitFor(10, TimeUnit.SECONDS)).isTrue();
        speech(EspeakSettings.usual(script.toString()));
        await().atMost(SOON).until(() -> Files.exists(Path.of(script + ".asked")));
        assertThat(ProcessHandle.current().descendants()).anyMatch(this::isScript);
        close();
        await().atMost(SOON)
                .until(() -> ProcessHandle.current().descendants().noneMatch(this::isScript));
    }

    @Test
    void aMissingProgramSaysWhatToInstall() throws Exception {
        Speech speech = speech(EspeakSettings.usual(folder.resolve("none").toString()));
        await().atMost(SOON).until(() -> speech.status() instanceof DeviceStatus.Fault);
        assertThat(speech.status().toString()).contains("apt install espeak-ng");
        assertThat(end(speech.say("hello", Locale.ENGLISH))).isEqualTo(Spoken.NOT_SAID);
    }

    @Test
    void theRealProgramMakesSound() throws Exception {
        assumeTrue(Files.isExecutable(REAL), "needs espeak-ng");
        Path wave = folder.resolve("said.wav");
        Speech speech =
                speech(
                        new EspeakSettings(
                                REAL.toString(), 150, Duration.ofSeconds(20), Optional.of(wave)));
        await().atMost(SOON).until(() -> speech.status() instanceof DeviceStatus.Ready);
        Map<String, String> sentences =
                Map.of(
                        "en", "Please hold the code still.",
                        "zh", "请把条码放稳。",
                        "de", "Bitte den Code ruhig halten.",
                        "es", "Mantenga el código quieto.",
                        "ar", "يرجى تثبيت الرمز.");
        for (Map.Entry<String, String> sentence : sentences.entrySet()) {
            Files.deleteIfExists(wave);
            assertThat(
                            end(
                                    speech.say(
                                            sentence.getValue(),
                                            Locale.forLanguageTag(sentence.getKey()))))
                    .as(sentence.getKey())
                    .isEqualTo(Spoken.SAID);
            // Half a second of 16 bits at 22,050 Hz.
            assertThat(Files.size(wave)).as(sentence.getKey()).isGreaterThan(22_050);
        }
    }
}
