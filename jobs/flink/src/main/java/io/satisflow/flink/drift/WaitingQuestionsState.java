package io.satisflow.flink.drift;

import io.satisflow.drift.verbatim.ScoreQuestion;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Questions that are asked at the same moment, each once. */
public record WaitingQuestionsState(List<ScoreQuestion> questions) {
    static final WaitingQuestionsState NONE = new WaitingQuestionsState(List.of());

    /** Tolerates null, which a field that was added after a savepoint is restored as. */
    public WaitingQuestionsState {
        questions = questions == null ? List.of() : List.copyOf(questions);
    }

    WaitingQuestionsState with(ScoreQuestion question) {
        Stream<ScoreQuestion> others =
                questions.stream().filter(asked -> !asked.id().equals(question.id()));
        return new WaitingQuestionsState(Stream.concat(others, Stream.of(question))
                .sorted(Comparator.comparing(ScoreQuestion::id))
                .toList());
    }
}
