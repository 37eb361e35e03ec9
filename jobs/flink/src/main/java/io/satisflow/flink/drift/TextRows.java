package io.satisflow.flink.drift;

import io.satisflow.drift.verbatim.AspectTexts;
import io.satisflow.flink.state.StoredRecords;
import java.util.Collection;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * The texts of a segment in state: a row for each stretch and aspect.
 */
final class TextRows {
    private final StoredRecords<String, AspectTexts> rows;
    private final StoredRecords<Long, StretchAspectsState> aspects;

    TextRows(RuntimeContext context) {
        rows = new StoredRecords<>(context, "texts-by-aspect", Types.STRING, AspectTexts.class);
        aspects = new StoredRecords<>(context, "aspects-by-stretch", Types.LONG, StretchAspectsState.class);
    }

    /** @param texts more of a stretch and aspect, of which some may have come before */
    void keep(AspectTexts texts) throws Exception {
        long end = texts.end().toEpochMilli();
        String key = key(end, texts.aspect());
        AspectTexts kept = rows.get(key);
        if (kept == null) {
            StretchAspectsState known = aspects.get(end);
            aspects.put(end, (known == null ? StretchAspectsState.NONE : known).with(texts.aspect()));
        }
        rows.put(key, kept == null ? texts : kept.with(texts));
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
