package io.satisflow.local.live;

import io.satisflow.local.cli.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Settings in which promises are a matter of seconds, and what a help desk and a survey send. */
final class LiveSettings {
    static final Duration FIRST_REPLY = Duration.ofSeconds(3);
    static final Duration DISORDER = Duration.ofSeconds(2);

    private LiveSettings() {}

    /** @param prefix of the topics that are written; the raw topics are always the same */
    static Path write(Path folder, String prefix) throws IOException {
        Path config = CommandLineRun.HOME.toAbsolutePath().resolve("config");
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("policies.yaml"), """
                policies:
                  - name: seconds
                    calendar: always
                    targets: {first_reply: {target: %ds, time: wall, warn: []}}
                """.formatted(FIRST_REPLY.toSeconds()));
        return Files.writeString(
                folder.resolve("satisflow.yaml"), """
                topics: {prefix: %s}
                intake: {disorder: %ds}
                channels:
                  - {mapping: "%s/channels/helpdesk.yaml", topic: raw.helpdesk}
                  - {mapping: "%s/channels/survey.yaml", topic: raw.survey}
                calendars: "%s/calendars"
                policies: policies.yaml
                """.formatted(prefix, DISORDER.toSeconds(), config, config, config));
    }

    static String ticketCreated(String id, Instant at) {
        return ("{\"event\": {\"id\": \"%s\", \"type\": \"ticket.created\", \"at\": \"%s\"}, \"ticket\": {\"id\": \"t-%s\","
                        + " \"status\": \"New\"}, \"message\": {\"html\": \"<p>Where is it?</p>\"}}")
                .formatted(id, at, id);
    }

    static String agentReply(String id, String ticket, Instant at) {
        return ("{\"event\": {\"id\": \"%s\", \"type\": \"comment.agent\", \"at\": \"%s\"}, \"ticket\": {\"id\": \"%s\","
                        + " \"status\": \"Open\"}, \"author\": {\"role\": \"staff\"}, \"message\": {\"html\": \"Here.\"}}")
                .formatted(id, at, ticket);
    }

    static String answer(String id, Instant at) {
        return answer(id, at, 9);
    }

    /** @param recommends 0 to 10 */
    static String answer(String id, Instant at, int recommends) {
        return "{\"response_id\": \"%s\", \"submitted_at\": \"%s\", \"answers\": {\"nps\": %d}}"
                .formatted(id, at, recommends);
    }

    /** As the shipped mapping of reviews reads it. */
    static String review(Instant at) {
        return "{\"review\": {\"id\": \"r-1\", \"updated\": %d, \"author\": \"a\", \"body\": \"Works.\", \"stars\": 5}}"
                .formatted(at.getEpochSecond());
    }
}
