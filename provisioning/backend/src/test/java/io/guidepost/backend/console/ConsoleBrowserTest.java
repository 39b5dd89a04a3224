package io.guidepost.backend.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import io.guidepost.backend.fixture.TestDevices;
import io.guidepost.contract.event.KioskEvent;
import io.guidepost.contract.fleet.DeviceReport.State;
import io.guidepost.contract.id.Ids;
import io.guidepost.contract.json.Json;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser, where one is installed. */
class ConsoleBrowserTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final UUID BOOT = Ids.newId();

    @TempDir Path folder;

    /** Chromium may still write when it has been told to stop. */
    @TempDir(cleanup = CleanupMode.NEVER)
    static Path profiles;

    private final ConcurrentLinkedQueue<String> others = new ConcurrentLinkedQueue<>();
    private ConsoleFixture console;
    private Browser browser;

    @BeforeEach
    void start() throws Exception {
        Optional<Path> program = Browser.program();
        Assumptions.assumeTrue(program.isPresent(), "no Chromium on the path");
        console = new ConsoleFixture(folder);
        browser = Browser.start(program.get(), Files.createTempDirectory(profiles, "profile"));
        browser.open(console.address("/console?token=" + console.token.text()));
        browser.waitFor("document.querySelector('#live')?.dataset.state === 'live'", SOON);
    }

    @AfterEach
    void stop() throws Exception {
        if (browser != null) {
            browser.close();
        }
        if (console != null) {
            console.close();
        }
    }

    @Test
    void whatHappensIsSeenAtOnceAndNothingRuns() {
        assertThat(browser.eval("location.href")).doesNotContain("token");
        browser.waitFor("document.querySelector('.kiosks li')", SOON);
        browser.waitFor("document.querySelector('.events .empty')", SOON);
        console.receive(
                new KioskEvent.OfferViewed(
                        ConsoleFixture.session(),
                        ConsoleFixture.RADIO,
                        KioskEvent.How.SCAN,
                        Instant.now()));
        browser.waitFor(
                "document.querySelector('.event-list strong')?.textContent === "
                        + Json.writeText(ConsoleFixture.HOSTILE),
                Duration.ofSeconds(2));

        browser.eval("location.hash = 'offers'");
        browser.waitFor("document.querySelectorAll('tbody tr').length === 2", SOON);
        assertThat(browser.eval("document.querySelector('tbody strong').textContent"))
                .isEqualTo(ConsoleFixture.HOSTILE);
        assertThat(browser.eval("document.querySelectorAll('#view [src], #view [onerror]').length"))
                .isEqualTo("0");
        assertThat(browser.eval("document.title")).isEqualTo("Offers · Guidepost");
    }

    @Test
    void aPriceIsChangedInPlace() {
        browser.eval("location.hash = 'offers'");
        browser.waitFor("document.querySelector('.price-button')", SOON);
        browser.eval("document.querySelector('.price-button').click()");
        browser.eval("document.querySelector('.price-form input').value = '0'");
        browser.eval("document.querySelector('.price-form .primary').click()");
        browser.waitFor(
                "document.querySelector('.price-form .error').textContent.includes('1000000.00')",
                SOON);
        browser.eval("document.querySelector('.price-form input').value = '44,99'");
        browser.eval("document.querySelector('.price-form .primary').click()");
        browser.waitFor(
                "document.querySelector('.price-button')?.textContent.includes('44')", SOON);
        assertThat(console.published.get()).isEqualTo(1);
    }

    @Test
    void aCampaignIsPublishedFromTheForm() {
        browser.eval("location.hash = 'campaigns'");
        browser.waitFor("document.querySelector('#c-headline')", SOON);
        browser.eval("document.querySelector('.campaign-form .primary').click()");
        browser.waitFor("document.querySelector('#e-headline').textContent.includes('80')", SOON);
        browser.eval("document.querySelector('#c-headline').value = 'Coffee week'");
        browser.eval("document.querySelector('#c-text').value = 'Every roast.'");
        browser.eval("document.querySelector('.campaign-form .primary').click()");
        browser.waitFor(
                "document.querySelector('.campaign-list strong')?.textContent === 'Coffee week'",
                SOON);
        assertThat(console.published.get()).isEqualTo(1);
    }

    @Test
    void whatHappenedWhileTheStreamWasRefusedIsThereAfterwards() throws Exception {
        try (ConsoleProxy proxy = through()) {
            browser.waitFor("document.querySelector('.events .empty')", SOON);
            // Another page keeps the feed going, so that nothing is told again to this one.
            browserOfAnother();
            proxy.goAway();
            browser.waitFor("document.querySelector('#live').dataset.state === 'away'", SOON);
            await().atMost(SOON).untilAtomic(proxy.refused, greaterThanOrEqualTo(1));
            console.receive(
                    new KioskEvent.OfferViewed(
                            ConsoleFixture.session(),
                            ConsoleFixture.RADIO,
                            KioskEvent.How.SCAN,
                            Instant.now()));
            await().atMost(SOON)
                    .until(() -> others.stream().anyMatch(l -> l.contains("volt:radio-1")));
            proxy.comeBack();
            browser.waitFor("document.querySelector('#live').dataset.state === 'live'", SOON);
            browser.waitFor("document.querySelector('.event-list strong')", Duration.ofSeconds(5));

            proxy.forgetEverybody();
            browser.waitFor("document.querySelector('body.door #token')", SOON);
        }
    }

    @Test
    void anAnswerToAnOlderSearchIsNotShown() throws Exception {
        try (ConsoleProxy proxy = through()) {
            browser.eval("location.hash = 'offers'");
            browser.waitFor("document.querySelectorAll('tbody tr').length === 2", SOON);
            proxy.holdBack("q=radio");
            search("radio");
            proxy.awaitHeldBack();
            search("haircut");
            String found = "document.querySelector('tbody tr strong')?.textContent === 'Haircut'";
            browser.waitFor(found, SOON);
            proxy.giveHeldBack();
            staysTrue(found);
        }
    }

    @Test
    void aPriceThatIsBeingTypedIsNotTakenAwayByALateAnswer() throws Exception {
        try (ConsoleProxy proxy = through()) {
            browser.eval("location.hash = 'offers'");
            browser.waitFor("document.querySelectorAll('tbody tr').length === 2", SOON);
            proxy.holdBack("q=haircut");
            search("haircut");
            proxy.awaitHeldBack();
            browser.eval("document.querySelector('.price-button').click()");
            proxy.giveHeldBack();
            staysTrue("document.querySelector('.price-form input')");
            browser.eval("document.querySelector('.price-form button[type=button]').click()");
            browser.waitFor("document.querySelectorAll('tbody tr').length === 1", SOON);
        }
    }

    @Test
    void aPrinterOutOfPaperIsSeenWithItsEvidenceAndItsCounters() {
        browser.waitFor("document.querySelector('.devices .good')", SOON);
        report(2, "no paper " + ConsoleFixture.HOSTILE);
        browser.waitFor(
                "document.querySelector('.devices .bad')?.textContent.includes('fault: no paper')",
                SOON);

        browser.eval("document.querySelector('.kiosks summary').click()");
        browser.waitFor("document.querySelector('.device-list .badge.bad')", SOON);
        String details = browser.eval("document.querySelector('.device-details').innerText");
        assertThat(details)
                .contains("Does not work", "no paper", "printer.escpos", "Epson", "1 min. ago")
                .contains("the device was heard", "paper outs", "1,204", "1 missing");
        assertThat(browser.eval("document.querySelectorAll('#view [src], #view [onerror]').length"))
                .isEqualTo("0");

        report(3, "cover open");
        browser.waitFor(
                "document.querySelector('.device-list .reason')?.textContent === 'cover open'",
                SOON);
        assertThat(browser.eval("document.querySelector('.kiosks details').open"))
                .as("a list drawn anew leaves it unfolded")
                .isEqualTo("true");
    }

    private void report(long seq, String reason) {
        Instant now = console.clock.instant();
        console.fleet.devices(
                ConsoleFixture.KIOSK,
                TestDevices.batch(
                        BOOT,
                        seq,
                        now,
                        TestDevices.printer(State.FAULT, Optional.of(reason), now),
                        TestDevices.scanner(now)));
    }

    private void browserOfAnother() {
        var _ =
                console.http()
                        .sendAsync(
                                console.signed("/console/api/live")
                                        .header("Accept", "text/event-stream")
                                        .build(),
                                HttpResponse.BodyHandlers.fromLineSubscriber(new Lines(others)));
        await().atMost(SOON).until(() -> others.contains(": open"));
    }

    /** The page through something that stands before the console. */
    private ConsoleProxy through() throws Exception {
        ConsoleProxy proxy = new ConsoleProxy(console);
        browser.open(proxy.address("/console?token=" + console.token.text()));
        browser.waitFor(
                "location.port === '"
                        + proxy.address("/").getPort()
                        + "' && document.querySelector('#live')?.dataset.state === 'live'",
                SOON);
        return proxy;
    }

    private void search(String words) {
        browser.eval("document.querySelector('#offer-search').value = '" + words + "'");
        browser.eval("document.querySelector('#offer-search').dispatchEvent(new Event('input'))");
    }

    private void staysTrue(String expression) {
        await(expression)
                .pollInterval(Duration.ofMillis(100))
                .during(Duration.ofMillis(800))
                .atMost(SOON)
                .until(() -> browser.eval("Boolean(" + expression + ")").equals("true"));
    }
}
