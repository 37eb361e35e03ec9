package io.satisflow.local.terminal.panel;

import io.satisflow.local.terminal.ScoreBoard;
import io.satisflow.segment.Segment;
import io.satisflow.wire.Metric;
import io.satisflow.wire.SatisfactionRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A line a channel: its scores with their intervals, on how many answers they rest, and where they are going. */
final class ScorePanel {
    private static final int NAME = 10;
    private static final int LINE = 24;
    private static final String HIDDEN = "hidden";
    private static final String GREYED = "greyed";
    private static final Map<String, String> PLANS = Map.of("ahead", "△", "behind", "▽");

    private final ScoreBoard scores;
    private final Words words;
    private final int columns;
    private final Widths widths;

    /**
     * Columns of a rate and of a mean.
     *
     * @param intervals whether there is room for them
     */
    private record Widths(int rate, int mean, boolean intervals) {
        static Widths in(int columns) {
            return columns >= 84
                    ? new Widths(22, 27, true)
                    : columns >= 78 ? new Widths(20, 26, true) : new Widths(13, 14, false);
        }
    }

    ScorePanel(ScoreBoard scores, Words words, int columns) {
        this.scores = scores;
        this.words = words;
        this.columns = columns;
        this.widths = Widths.in(columns);
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        List<String> segments = scores.segments();
        if (segments.isEmpty()) {
            return List.of(words.say("scores", "24h"), "  " + words.say("nothing.yet"));
        }
        lines.add(heading(segments.get(0)));
        segments.forEach(segment -> lines.add(line(segment)));
        return lines;
    }

    private String heading(String first) {
        SatisfactionRow row = scores.present(first);
        return Columns.left(words.say("scores", row == null ? "" : row.getWindow()), NAME + 2)
                + Columns.left(words.word("metric", "csat"), widths.rate())
                + Columns.left(words.word("metric", "nps"), widths.rate())
                + Columns.left(words.word("metric", "sentiment"), widths.mean())
                + (room() >= 8 ? words.say("lately") : "");
    }

    private String line(String segment) {
        SatisfactionRow row = scores.present(segment);
        if (row == null) {
            return "";
        }
        Map<String, Metric> metrics = row.getMetrics();
        boolean hasStars = measured(metrics.get("csat")) == null && measured(metrics.get("csat.stars")) != null;
        String csat = hasStars ? score(metrics.get("csat.stars"), "%.0f%%★") : score(metrics.get("csat"), "%.0f%%");
        return "  "
                + Columns.left(name(segment), NAME)
                + Columns.left(csat, widths.rate())
                + Columns.left(score(metrics.get("nps"), "%+.0f"), widths.rate())
                + Columns.left(score(metrics.get("sentiment"), "%+.2f"), widths.mean())
                + Sparkline.of(scores.steps(segment), -0.7, 0.9, Math.max(0, Math.min(room(), LINE)));
    }

    /** For the line of what was lately. */
    private int room() {
        return columns - (NAME + 2 + 2 * widths.rate() + widths.mean());
    }

    private String name(String segment) {
        Segment of = Segment.parse(segment);
        String channel = of.values().get("channel");
        return channel == null
                ? words.say("everything")
                : words.word("channel", of.written("channel").orElse(channel));
    }

    /** Such as {@code ↓ 74%▽ 70..78 n 412}: beyond noise down, and behind its plan. What too few answers say is not shown. */
    private String score(@Nullable Metric metric, String format) {
        Double value = measured(metric);
        if (metric == null || value == null) {
            return "-";
        }
        if (HIDDEN.equals(metric.getShown())) {
            return "- n %d".formatted(metric.getN());
        }
        String bare = format.replace("%%", "").replace("★", "").replace("+", "");
        String interval = !widths.intervals() || metric.getLow() == null || metric.getHigh() == null
                ? ""
                : " " + number(bare, metric.getLow()) + ".." + number(bare, metric.getHigh());
        return "%s %s%s%s n %d".formatted(trend(metric), number(format, value), marks(metric), interval, metric.getN());
    }

    /** Only what is beyond noise is a change. */
    private static String trend(Metric metric) {
        Double low = metric.getChangeLow();
        Double high = metric.getChangeHigh();
        if (low == null || high == null) {
            return "·";
        }
        return high < 0 ? "↓" : low > 0 ? "↑" : "→";
    }

    /** Few answers, and how it stands beside its plan. */
    private static String marks(Metric metric) {
        String plan = metric.getPlan() == null ? "" : PLANS.getOrDefault(metric.getPlan(), "");
        return (GREYED.equals(metric.getShown()) ? "?" : "") + plan;
    }

    private static @Nullable Double measured(@Nullable Metric metric) {
        return metric == null || metric.getN() == 0 ? null : metric.getValue();
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
