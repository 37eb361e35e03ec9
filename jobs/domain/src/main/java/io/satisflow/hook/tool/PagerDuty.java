package io.satisflow.hook.tool;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.hook.Answer;
import io.satisflow.hook.Hook;
import io.satisflow.hook.HookForm;
import io.satisflow.hook.HookRequest;
import io.satisflow.hook.HookResponse;
import io.satisflow.hook.HookTarget;
import io.satisflow.hook.content.Content;
import io.satisflow.hook.content.Cut;
import io.satisflow.hook.content.Message;
import io.satisflow.hook.content.Paragraph;
import io.satisflow.hook.content.Tone;
import io.satisflow.id.DerivedId;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Collectors;

/** PagerDuty: events of version 2. What is said of the same alerts is one incident, and resolved as one. */
public final class PagerDuty implements Hook {
    private static final String EVENTS = "https://events.pagerduty.com/v2/enqueue";
    private static final int SUMMARY = 1024;

    @Override
    public HookForm form() {
        return HookForm.named("pagerduty")
                .requires("routing_key_env")
                .allows("url")
                .rate(60, Duration.ofMinutes(1))
                .bytes(500_000)
                .oneByOne();
    }

    @Override
    public HookRequest request(Content content, HookTarget target) {
        Message message = content.message();
        ObjectNode body = Json.object();
        body.put("routing_key", target.requireSecret("routing_key_env"));
        body.put("event_action", message.isOver() ? "resolve" : "trigger");
        body.put("dedup_key", incident(message));
        body.put("client", "Satisflow");
        ObjectNode payload = body.putObject("payload");
        payload.put("summary", Cut.characters(content.headline(), SUMMARY));
        payload.put("source", "satisflow");
        payload.put("severity", severity(content.tone()));
        payload.put("timestamp", message.at().toString());
        ObjectNode details = Json.labels(message.group());
        details.put("text", content.paragraphs().stream().map(Paragraph::text).collect(Collectors.joining("\n\n")));
        details.put("notes", String.join("\n", content.notes()));
        payload.set("custom_details", details);
        ArrayNode links = body.putArray("links");
        content.links().forEach(link -> links.add(Json.pair("href", link.address(), "text", link.words())));
        return HookRequest.post(URI.create(target.settings().value("url", EVENTS)), body);
    }

    private static String incident(Message message) {
        return DerivedId.of("incident", message.kind() == Message.Kind.ALERT ? message.groupKey() : message.id());
    }

    private static String severity(Tone tone) {
        return switch (tone) {
            case CRITICAL -> "critical";
            case WARNING, NO_DATA -> "warning";
            case INFO, RESOLVED -> "info";
        };
    }

    @Override
    public Answer read(HookResponse response) {
        return response.refusal().orElseGet(Answer::delivered);
    }
}
