package io.satisflow.wall.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.satisflow.wall.access.Visitor;
import io.satisflow.wall.state.WallState;
import io.satisflow.wall.topics.ControlWords;
import io.satisflow.wall.topics.WallWriter;
import io.satisflow.wall.view.Boards;
import io.satisflow.wall.view.Mapping;
import io.satisflow.wall.view.Views;
import io.satisflow.wire.AlertControl;
import io.satisflow.wire.TimelineMark;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Alerts and marks, and what people do about them: each word goes into a topic, with who said it and when. */
final class ActionsApi {
    private static final int LONGEST = 500;
    private static final Set<String> KINDS = Set.of("release", "incident", "note");

    private final WallState state;
    private final WallWriter writer;
    private final Boards boards;
    private final Mapping mapping;

    ActionsApi(WallState state, WallWriter writer) {
        this.state = state;
        this.writer = writer;
        this.boards = new Boards(state);
        this.mapping = new Mapping(state);
    }

    void add(RoutesConfig routes) {
        routes.get("/api/alerts", context -> Answers.json(context, boards.alerts()));
        routes.get("/api/alerts/{id}", context -> Answers.json(context, alert(context)));
        routes.post("/api/alerts/{id}/acknowledge", this::acknowledge);
        routes.post("/api/silences", this::silence);
        routes.delete("/api/silences/{id}", this::expire);
        routes.get("/api/marks", context -> Answers.json(context, marks(context)));
        routes.post("/api/marks", this::mark);
        routes.delete("/api/marks/{id}", this::removeMark);
    }

    private Views.Alert alert(Context context) {
        String id = context.pathParam("id");
        return state.look(() -> state.alerts.alert(id).map(mapping::alert))
                .orElseThrow(() -> new NotFoundResponse("The wall knows no alert " + id));
    }

    private void acknowledge(Context context) {
        Views.Alert alert = alert(context);
        String comment = Arguments.text(Arguments.body(context), "comment")
                .map(text -> Arguments.limited("comment", text, LONGEST))
                .orElse("");
        writer.write(words(context, comment).acknowledgement(alert.id()));
        context.status(HttpStatus.ACCEPTED);
    }

    private void silence(Context context) {
        JsonNode body = Arguments.body(context);
        Map<String, String> matchers = matchers(body.path("matchers"));
        Instant now = now();
        Instant starts = Arguments.instant(body, "starts_at").orElse(now);
        Instant ends = Arguments.instant(body, "ends_at")
                .orElseThrow(() -> new BadRequestResponse("Until when? The body lacks \"ends_at\""));
        AlertControl silence =
                silence(words(context, Arguments.required(body, "comment", LONGEST)), matchers, starts, ends);
        writer.write(silence);
        context.status(HttpStatus.ACCEPTED);
        Answers.json(context, Map.of("id", silence.getId()));
    }

    private static AlertControl silence(
            ControlWords words, Map<String, String> matchers, Instant starts, Instant ends) {
        try {
            return words.silence(matchers, starts, ends);
        } catch (IllegalArgumentException e) {
            throw new BadRequestResponse(e.getMessage());
        }
    }

    private static Map<String, String> matchers(JsonNode node) {
        Map<String, String> matchers = new TreeMap<>();
        node.fields()
                .forEachRemaining(field -> matchers.put(
                        Arguments.limited("matchers", field.getKey(), LONGEST),
                        Arguments.limited("matchers", field.getValue().asText(), LONGEST)));
        return matchers;
    }

    private void expire(Context context) {
        String id = context.pathParam("id");
        boolean isKnown = state.look(() ->
                state.alerts.silences().anyMatch(silence -> silence.getId().equals(id)));
        if (!isKnown) {
            throw new NotFoundResponse("The wall knows no silence " + id);
        }
        writer.write(words(context, "").expiry(id));
        context.status(HttpStatus.ACCEPTED);
    }

    private ControlWords words(Context context, String comment) {
        return new ControlWords(now(), author(context), comment);
    }

    private List<Views.Mark> marks(Context context) {
        Instant from = Arguments.instant(context, "from").orElse(Instant.MIN);
        Instant to = Arguments.instant(context, "to").orElse(Instant.MAX);
        return state.look(
                () -> state.timeline.marks(from, to).stream().map(Mapping::mark).toList());
    }

    private void mark(Context context) {
        JsonNode body = Arguments.body(context);
        String kind = Arguments.text(body, "kind").orElse("note");
        if (!KINDS.contains(kind)) {
            throw new BadRequestResponse("kind: \"%s\" is none of release, incident and note".formatted(kind));
        }
        TimelineMark mark = TimelineMark.newBuilder()
                .setId(UUID.randomUUID().toString())
                .setAt(Arguments.instant(body, "at").orElseGet(this::now))
                .setKind(kind)
                .setText(Arguments.required(body, "text", LONGEST))
                .setAuthor(author(context))
                .build();
        writer.write(mark);
        context.status(HttpStatus.ACCEPTED);
        Answers.json(context, Mapping.mark(mark));
    }

    private void removeMark(Context context) {
        writer.removeMark(context.pathParam("id"));
        context.status(HttpStatus.ACCEPTED);
    }

    /** What people do has its place in the engine's time, which a demo or a replay has for itself. */
    private Instant now() {
        return state.look(() -> state.time.now().orElseGet(Instant::now));
    }

    private static String author(Context context) {
        Visitor visitor = context.attribute(Door.VISITOR);
        return visitor == null ? "" : visitor.name();
    }
}
