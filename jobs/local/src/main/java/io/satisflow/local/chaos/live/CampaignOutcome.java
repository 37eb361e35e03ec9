package io.satisflow.local.chaos.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What came of a campaign. */
public final class CampaignOutcome {
    private final Reckoning reckoning;
    private final Recoveries recoveries;
    private final List<String> unexpected;
    private final int lines;

    CampaignOutcome(Reckoning reckoning, Recoveries recoveries, List<String> unexpected, int lines) {
        this.reckoning = reckoning;
        this.recoveries = recoveries;
        this.unexpected = unexpected;
        this.lines = lines;
    }

    /** Whether nothing was lost, doubled or told falsely, and the engine never ended but when it was made to. */
    public boolean holds() {
        return reckoning.holds() && unexpected.isEmpty();
    }

    /** A table, and what should not be. */
    public List<String> inLines() {
        List<String> said = new ArrayList<>();
        said.add("trouble                              times   to first output p50    p99");
        for (Trouble trouble : Trouble.values()) {
            List<Duration> took = recoveries.of(trouble);
            said.add(String.format(
                    Locale.ROOT,
                    "%-36s %5d %21s %6s",
                    trouble.inWords(),
                    recoveries.times(trouble),
                    at(took, 0.5),
                    at(took, 0.99)));
        }
        List<Duration> starts = recoveries.ofStarts();
        said.add(String.format(
                Locale.ROOT,
                "%-36s %5d %21s %6s",
                "all that were followed by a start",
                starts.size(),
                at(starts, 0.5),
                at(starts, 0.99)));
        said.add(String.format(
                Locale.ROOT,
                "%,d lines sent: %d lost, %d twice, %d false. %,d broken promises. The longest window counts %,d of %,d.",
                lines,
                reckoning.lost(),
                reckoning.twice(),
                reckoning.untrue(),
                reckoning.broken(),
                reckoning.counted(),
                reckoning.sent()));
        said.add(String.format(
                Locale.ROOT,
                "As documented: %d messages repeated under their key, %d promises counted without a name in a summary of what came too"
                        + " late, %d records written again behind a torn checkpoint.",
                reckoning.repeated(),
                reckoning.unnamed(),
                reckoning.writtenAgain()));
        said.addAll(unexpected);
        said.addAll(reckoning.examples());
        return said;
    }

    private static String at(List<Duration> sorted, double share) {
        return sorted.isEmpty() ? "-" : String.format(Locale.ROOT, "%.1f s", Recoveries.quantile(sorted, share));
    }
}
