package io.satisflow.wall.http;

import io.javalin.http.Context;
import io.satisflow.wall.view.Json;

/** How answers are given. */
final class Answers {
    private Answers() {}

    /** Never kept by anybody on the way: it may hold what customers said. */
    static void json(Context context, Object view) {
        context.header("Cache-Control", "no-store");
        context.contentType("application/json").result(Json.text(view));
    }
}
