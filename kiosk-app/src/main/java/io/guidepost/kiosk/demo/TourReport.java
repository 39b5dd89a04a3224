package io.guidepost.kiosk.demo;

import io.guidepost.contract.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * What the tour leaves behind.
 *
 * @param startedAt when
 * @param milliseconds all of it, with starting and stopping the programs
 * @param steps in order
 * @param backend what the backend held afterwards
 */
public record TourReport(
        Instant startedAt, long milliseconds, List<TourStep> steps, Map<String, Object> backend) {
    private static final String STYLE =
            """
            :root { color-scheme: light; --ink: #1d2a30; --soft: #5c6b72; --line: #dde4e4; --ok: #1f7a5c; --bad: #b3372b }
            * { box-sizing: border-box }
            body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: #f4f6f4 }
            main { max-width: 1080px; margin: 0 auto; padding: 40px 24px 80px }
            h1 { font-size: 32px; margin: 0 0 4px }
            .sum { color: var(--soft); margin: 0 0 32px }
            .sum b.ok { color: var(--ok) } .sum b.bad { color: var(--bad) }
            table { border-collapse: collapse; width: 100%; background: #fff; border: 1px solid var(--line) }
            td, th { padding: 6px 12px; border-bottom: 1px solid var(--line); text-align: left }
            td.n { text-align: right; font-variant-numeric: tabular-nums }
            a { color: inherit }
            section { margin-top: 40px; background: #fff; border: 1px solid var(--line); border-radius: 12px; overflow: hidden }
            section header { padding: 16px 20px; border-bottom: 1px solid var(--line) }
            h2 { font-size: 19px; margin: 0 } header p { margin: 0; color: var(--soft); font-size: 14px }
            .ok { color: var(--ok) } .bad { color: var(--bad) }
            .why { padding: 12px 20px; background: #fdf1ef; white-space: pre-wrap; font: 13px/1.45 ui-monospace, monospace }
            img { display: block; max-width: 100%; max-height: 820px; margin: 0 auto; padding: 20px }
            pre { background: #fff; border: 1px solid var(--line); border-radius: 12px; padding: 20px; overflow: auto; font-size: 13px }
            """;

    public TourReport {
        steps = List.copyOf(steps);
    }

    /** Whether every step went well, and there was one. */
    public boolean ok() {
        return !steps.isEmpty() && steps.stream().allMatch(TourStep::ok);
    }

    /**
     * Writes {@code tour.json} and {@code tour.html}; the pictures named in the steps already lie
     * in {@code pictures/}.
     */
    public void write(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("tour.json"), Json.writeText(this) + "\n");
            Files.writeString(folder.resolve("tour.html"), html(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String html(Path folder) throws IOException {
        long failed = steps.stream().filter(s -> !s.ok()).count();
        StringBuilder html = new StringBuilder();
        html.append(
                        "<!doctype html><html lang=en><meta charset=utf-8><title>Guidepost"
                                + " tour</title>")
                .append("<meta name=viewport content='width=device-width'><style>")
                .append(STYLE)
                .append("</style><main><h1>Guidepost tour</h1><p class=sum>")
                .append(
                        failed == 0
                                ? "<b class=ok>All %d steps passed</b>".formatted(steps.size())
                                : "<b class=bad>%d of %d steps failed</b>"
                                        .formatted(failed, steps.size()))
                .append(" · %.1f s · %s</p><table>".formatted(milliseconds / 1000.0, startedAt));
        for (TourStep step : steps) {
            html.append(
                    "<tr><td class=%s>%s<td><a href='#%s'>%s</a><td class=n>%s"
                            .formatted(
                                    step.ok() ? "ok" : "bad",
                                    step.ok() ? "✓" : "✗",
                                    step.name(),
                                    escape(step.title()),
                                    time(step)));
        }
        html.append("</table>");
        for (TourStep step : steps) {
            html.append(section(folder, step));
        }
        return html.append(
                        "<h1 style='margin-top:56px'>What the backend holds afterwards</h1><pre>")
                .append(escape(Json.writeText(backend)))
                .append("</pre></main></html>\n")
                .toString();
    }

    private static String section(Path folder, TourStep step) throws IOException {
        StringBuilder html = new StringBuilder();
        html.append(
                "<section id='%s'><header><h2>%s</h2><p class=%s>%s · %s · %s</p></header>"
                        .formatted(
                                step.name(),
                                escape(step.title()),
                                step.ok() ? "ok" : "bad",
                                step.ok() ? "passed" : "failed",
                                time(step),
                                step.name()));
        step.reason()
                .ifPresent(r -> html.append("<div class=why>").append(escape(r)).append("</div>"));
        if (step.picture().isPresent()) {
            Path picture = folder.resolve("pictures").resolve(step.picture().get());
            html.append("<img alt='")
                    .append(escape(step.title()))
                    .append("' src='data:image/png;base64,")
                    .append(Base64.getEncoder().encodeToString(Files.readAllBytes(picture)))
                    .append("'>");
        }
        return html.append("</section>").toString();
    }

    private static String time(TourStep step) {
        return "%,d ms".formatted(step.milliseconds())
                + (step.late()
                        ? ", late: %,d were promised".formatted(step.dueMillis().get())
                        : "");
    }

    static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints()
                .forEach(
                        c -> {
                            switch (c) {
                                case '&' -> safe.append("&amp;");
                                case '<' -> safe.append("&lt;");
                                case '>' -> safe.append("&gt;");
                                case '"' -> safe.append("&quot;");
                                case '\'' -> safe.append("&#39;");
                                default -> safe.appendCodePoint(c);
                            }
                        });
        return safe.toString();
    }
}
