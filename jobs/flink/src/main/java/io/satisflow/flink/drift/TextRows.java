package io.satisflow.flink.drift;

import io.satisflow.drift.verbatim.AspectTexts;
import io.satisflow.drift.verbatim.CustomerText;
import io.satisflow.flink.state.StoredRecords;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * The texts of a segment in state: a row for each stretch and aspect, so that a text costs a few small rows. Stretches are as
 * long as steps, so that at the end of a step all of its texts are there and none of the next.
 */
final class TextRows {
    private final long stretch;
    private final StoredRecords<String, AspectTexts> rows;
    private final StoredRecords<Long, StretchAspectsState> aspects;

    TextRows(RuntimeContext context, Duration stretch) {
        this.stretch = stretch.toMillis();
        rows = new StoredRecords<>(context, "texts-by-aspect", Types.STRING, AspectTexts.class);
        aspects = new StoredRecords<>(context, "aspects-by-stretch", Types.LONG, StretchAspectsState.class);
    }

    /** @return the end of its stretch, in epoch milliseconds */
    long keep(CustomerText text) throws Exception {
        long end = Math.floorDiv(text.knownAt().toEpochMilli() + stretch - 1, stretch) * stretch;
        List<String> spoken = new ArrayList<>(text.aspects());
        spoken.add(AspectTexts.ANY);
        for (String aspect : spoken) {
            AspectTexts kept = rows.get(key(end, aspect));
            if (kept == null) {
                StretchAspectsState known = aspects.get(end);
                aspects.put(end, (known == null ? StretchAspectsState.NONE : known).with(aspect));
            }
            rows.put(
                    key(end, aspect),
                    (kept == null ? AspectTexts.upTo(Instant.ofEpochMilli(end), aspect) : kept).with(text));
        }
        return end;
    }

    /** Each stretch is forgotten by itself, and in a replay a month of them waits: never looks through all. */
    void forget(long end) throws Exception {
        StretchAspectsState spoken = aspects.get(end);
        if (spoken != null) {
            for (String aspect : spoken.aspects()) {
                rows.remove(key(end, aspect));
            }
            aspects.remove(end);
        }
    }

    Collection<AspectTexts> all() throws Exception {
        return rows.values();
    }

    private static String key(long end, String aspect) {
        return end + "/" + aspect;
    }
}
