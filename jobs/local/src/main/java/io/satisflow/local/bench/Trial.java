package io.satisflow.local.bench;

import io.satisflow.scoring.evaluation.Evaluation;
import io.satisflow.sentiment.SentimentLabel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32C;

/**
 * How a contestant did.
 *
 * @param given its label for each text, in order
 * @param start from asking for it to its first answer
 * @param memory what it added to the process
 */
public record Trial(
        String name,
        List<SentimentLabel> given,
        Evaluation evaluation,
        double textsPerCpuSecond,
        Duration start,
        Memory memory) {

    /** Of all labels: two runs that answer alike have the same. */
    public String digest() {
        CRC32C sum = new CRC32C();
        given.forEach(label -> sum.update(label.wireName().getBytes(StandardCharsets.UTF_8)));
        return String.format(Locale.ROOT, "%08x", sum.getValue());
    }

    /** The share of texts that both gave the same label. */
    public double agreement(Trial other) {
        long same = 0;
        for (int i = 0; i < given.size(); i++) {
            same += given.get(i) == other.given.get(i) ? 1 : 0;
        }
        return given.isEmpty() ? 0 : (double) same / given.size();
    }

    public long scored() {
        return given.stream()
                .filter(label -> label != SentimentLabel.NOT_SCORED)
                .count();
    }
}
