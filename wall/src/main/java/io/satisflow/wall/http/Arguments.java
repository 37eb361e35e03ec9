package io.satisflow.wall.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.satisflow.wall.view.Json;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** What a request asks for; what cannot be read is answered by 400, with the remedy. */
final class Arguments {
    private Arguments() {}

    static Optional<String> text(Context context, String name) {
        return Optional.ofNullable(context.queryParam(name)).filter(value -> !value.isEmpty());
    }

    static String required(Context context, String name) {
        return text(context, name)
                .orElseThrow(() -> new BadRequestResponse("Which %s? Add ?%s=".formatted(name, name)));
    }

    static Optional<Instant> instant(Context context, String name) {
        return text(context, name).map(value -> instant(name, value));
    }

    static int number(Context context, String name, int otherwise, int most) {
        return text(context, name)
                .map(value -> {
                    try {
                        return Math.min(most, Math.max(1, Integer.parseInt(value)));
                    } catch (NumberFormatException e) {
                        throw new BadRequestResponse("%s: \"%s\" is no whole number".formatted(name, value));
                    }
                })
                .orElse(otherwise);
    }

    static JsonNode body(Context context) {
        try {
            return Json.read(context.body());
        } catch (JsonProcessingException e) {
            throw new BadRequestResponse("The body is no JSON: " + e.getOriginalMessage());
        }
    }

    static Optional<String> text(JsonNode body, String name) {
        return Optional.of(body.path(name))
                .filter(JsonNode::isTextual)
                .map(node -> node.asText().strip())
                .filter(value -> !value.isEmpty());
    }

    static String required(JsonNode body, String name, int longest) {
        String value =
                text(body, name).orElseThrow(() -> new BadRequestResponse("The body lacks \"%s\"".formatted(name)));
        return limited(name, value, longest);
    }

    static String limited(String name, String value, int longest) {
        if (value.length() > longest) {
            throw new BadRequestResponse("%s: %d characters at most".formatted(name, longest));
        }
        return value;
    }

    static Optional<Instant> instant(JsonNode body, String name) {
        return text(body, name).map(value -> instant(name, value));
    }

    private static Instant instant(String name, String value) {
        try {
            return Instant.parse(value);
        } catch (DateTimeParseException e) {
            throw new BadRequestResponse(
                    "%s: \"%s\" is no instant; write it like 2026-03-27T16:30:00Z".formatted(name, value));
        }
    }
}
