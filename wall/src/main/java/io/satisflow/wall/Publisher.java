package io.satisflow.wall;

import io.satisflow.wall.state.SegmentKeys;
import io.satisflow.wall.state.WallState;
import io.satisflow.wall.stream.Changes;
import io.satisflow.wall.view.Boards;
import io.satisflow.wall.view.Json;
import io.satisflow.wall.view.Mapping;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells browsers what has changed: few keys with small values, whatever the number of segments and tickets. */
final class Publisher {
    /** So much live feedback is kept for a browser that comes new, or falls behind. */
    private static final int FEEDBACK_PLACES = 40;

    private final WallState state;
    private final Boards boards;
    private final Mapping mapping;
    private final Changes changes;
    private final Map<String, String> said = new HashMap<>();
    private long feedback;

    Publisher(WallState state, Changes changes) {
        this.state = state;
        this.boards = new Boards(state);
        this.mapping = new Mapping(state);
        this.changes = changes;
    }

    /** On the thread that changes the state. */
    void publish() {
        WallState.Changed changed = state.takeChanged();
        changed.windows()
                .forEach(window -> say("scores/" + window, "scores", boards.scores(SegmentKeys.ALL, window), false));
        changed.boards().forEach(this::publish);
        List<String> words = state.look(() -> changed.feedback().stream()
                .map(mapping::feedback)
                .map(Json::text)
                .toList());
        words.forEach(word -> changes.put("feedback/" + feedback++ % FEEDBACK_PLACES, "feedback", word));
    }

    private void publish(WallState.Board board) {
        switch (board) {
            case CLOCKS -> say("clocks", "clocks", boards.clockCounts(), true);
            case ALERTS -> say("alerts", "alerts", boards.alertCounts(), false);
            case TIMELINE -> say("marks", "marks", Map.of("changed", state.look(state::records)), false);
        }
    }

    /** @param onlyNews whether nothing is said when it says the same as before */
    private void say(String key, String event, Object view, boolean onlyNews) {
        String json = Json.text(view);
        if (!json.equals(said.put(key, json)) || !onlyNews) {
            changes.put(key, event, json);
        }
    }
}
