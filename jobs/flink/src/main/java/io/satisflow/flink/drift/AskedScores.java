package io.satisflow.flink.drift;

import io.satisflow.drift.verbatim.ScoreQuestion;
import io.satisflow.flink.state.StoredRecords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * Questions about the scores of a segment, in state until their time. Who asks again within the same stretch of texts would hear
 * the same, and is not answered.
 */
final class AskedScores {
    private final long stretch;
    private final StoredRecords<Long, WaitingQuestionsState> waiting;
    private final MapState<String, Long> answeredAt;

    AskedScores(RuntimeContext context, Duration stretch) {
        this.stretch = stretch.toMillis();
        waiting = new StoredRecords<>(context, "questions", Types.LONG, WaitingQuestionsState.class);
        answeredAt = context.getMapState(new MapStateDescriptor<>("answered-at", Types.STRING, Types.LONG));
    }

    void keep(ScoreQuestion question) throws Exception {
        long at = question.at().toEpochMilli();
        WaitingQuestionsState asked = waiting.get(at);
        waiting.put(at, (asked == null ? WaitingQuestionsState.NONE : asked).with(question));
    }

    /** Those of a moment, which are answered now. */
    List<ScoreQuestion> take(long at) throws Exception {
        WaitingQuestionsState asked = waiting.get(at);
        if (asked == null) {
            return List.of();
        }
        waiting.remove(at);
        List<ScoreQuestion> due = new ArrayList<>();
        for (ScoreQuestion question : asked.questions()) {
            Long before = answeredAt.get(question.id());
            if (before == null || Math.floorDiv(before, stretch) != Math.floorDiv(at, stretch)) {
                answeredAt.put(question.id(), at);
                due.add(question);
            }
        }
        return due;
    }

    /** The segment is forgotten; what is asked of it is asked anew. */
    void forget() {
        answeredAt.clear();
    }
}
