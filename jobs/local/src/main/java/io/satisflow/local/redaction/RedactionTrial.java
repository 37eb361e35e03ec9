package io.satisflow.local.redaction;

import io.satisflow.privacy.Redaction;
import io.satisflow.privacy.finding.PersonalData;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What redaction finds in texts of which is known what they hold. */
public final class RedactionTrial {
    private final Map<PersonalData, Tally> tallies = new EnumMap<>(PersonalData.class);
    private final List<String> faults = new ArrayList<>();
    private int texts;

    /**
     * @param planted how often there was one
     * @param gone how often it is no longer in the text
     * @param marked how many marks of the kind there are
     * @param rightlyMarked how many of them stand in a text that had one
     */
    public record Tally(int planted, int gone, int marked, int rightlyMarked) {
        static final Tally NONE = new Tally(0, 0, 0, 0);

        public double recall() {
            return planted == 0 ? 1 : (double) gone / planted;
        }

        public double precision() {
            return marked == 0 ? 1 : (double) rightlyMarked / marked;
        }

        private Tally plus(Tally other) {
            return new Tally(
                    planted + other.planted,
                    gone + other.gone,
                    marked + other.marked,
                    rightlyMarked + other.rightlyMarked);
        }
    }

    public static RedactionTrial of(List<PlantedText> texts, Redaction redaction) {
        RedactionTrial trial = new RedactionTrial();
        texts.forEach(text -> trial.judge(text, redaction.redact(text.text())));
        return trial;
    }

    public int texts() {
        return texts;
    }

    /** By kind; those that were planted, or marked where they were not. */
    public Map<PersonalData, Tally> tallies() {
        return tallies;
    }

    /** Texts that came out wrong, as {@code before -> after}. */
    public List<String> faults() {
        return faults;
    }

    private void judge(PlantedText text, String redacted) {
        texts++;
        boolean fault = false;
        for (PersonalData kind : PersonalData.values()) {
            int marks = occurrences(redacted, kind.mark());
            boolean expected = kind == text.kind();
            boolean gone = expected && marks > 0 && !redacted.contains(text.value());
            fault |= expected ? !gone : marks > 0;
            if (expected || marks > 0) {
                tallies.merge(
                        kind, new Tally(expected ? 1 : 0, gone ? 1 : 0, marks, expected ? marks : 0), Tally::plus);
            }
        }
        if (fault) {
            faults.add("%s -> %s".formatted(text.text(), redacted).replace("\n", "\\n"));
        }
    }

    private static int occurrences(String text, String mark) {
        int count = 0;
        for (int at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
            count++;
        }
        return count;
    }

    /** Of a kind; none when it never occurred. */
    public Tally tally(PersonalData kind) {
        return Objects.requireNonNullElse(tallies.get(kind), Tally.NONE);
    }
}
