package io.satisflow.hook.tool;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.hook.Answer;
import io.satisflow.hook.Hook;
import io.satisflow.hook.HookForm;
import io.satisflow.hook.HookRequest;
import io.satisflow.hook.HookResponse;
import io.satisflow.hook.HookTarget;
import io.satisflow.hook.action.ActionLink;
import io.satisflow.hook.action.ChatAction;
import io.satisflow.hook.action.LinkKey;
import io.satisflow.hook.content.Content;
import io.satisflow.hook.content.Message;
import io.satisflow.hook.content.MessageAlert;
import io.satisflow.hook.content.WallLinks;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Prometheus' Alertmanager, which then groups, silences and routes on its own. It forgets an alert at its end, and all of them
 * when it is started again; so what goes on is told again every minute, each time with an end some minutes away, as Prometheus
 * does it.
 */
public final class Alertmanager implements Hook {
    private static final Duration RESEND = Duration.ofMinutes(1);
    /** So that some that get lost do not end an alert, and that an engine which is gone does not go on for ever. */
    private static final Duration LASTS = RESEND.multipliedBy(5);

    private static final Duration TEST_LASTS = Duration.ofMinutes(1);

    @Override
    public HookForm form() {
        return HookForm.named("alertmanager")
                .requires("url|url_env")
                .allows("token_env")
                .rate(10, Duration.ofSeconds(1))
                .bytes(1_000_000)
                .oneByOne()
                .resentEvery(RESEND);
    }

    @Override
    public HookRequest request(Content content, HookTarget target) {
        Message message = content.message();
        ArrayNode alerts = Json.array();
        message.alerts().forEach(alert -> alerts.add(alert(alert, message, target)));
        if (message.alerts().isEmpty()) {
            ObjectNode test = alerts.addObject();
            test.set("labels", Json.labels(Map.of("alertname", "satisflow_test", "receiver", message.receiver())));
            test.set("annotations", Json.annotations(Map.of("summary", content.headline())));
            test.put("startsAt", target.now().toString());
            test.put("endsAt", target.now().plus(TEST_LASTS).toString());
        }
        String url = target.url().toString().replaceAll("/+$", "");
        HookRequest request = HookRequest.post(URI.create(url + "/api/v2/alerts"), alerts);
        @Nullable String token = target.secret("token_env");
        return token == null ? request : request.with("Authorization", "Bearer " + token);
    }

    private static ObjectNode alert(MessageAlert alert, Message message, HookTarget target) {
        Map<String, String> labels = new TreeMap<>();
        alert.labels().forEach((name, value) -> labels.put(labelName(name), value));
        labels.put("alertname", alert.rule());
        labels.put("satisflow_key", alert.key());
        labels.values().removeIf(String::isBlank);
        ObjectNode tree = Json.object();
        tree.set("labels", Json.labels(labels));
        tree.set("annotations", Json.annotations(annotations(alert, message, target)));
        tree.put("startsAt", alert.since().toString());
        tree.put(
                "endsAt",
                Objects.requireNonNullElse(alert.endedAt(), target.now().plus(LASTS))
                        .toString());
        if (!message.externalUrl().isEmpty()) {
            tree.put("generatorURL", WallLinks.view(message.externalUrl(), alert));
        }
        return tree;
    }

    /** With links that act, for templates. */
    private static Map<String, String> annotations(MessageAlert alert, Message message, HookTarget target) {
        Map<String, String> annotations = new TreeMap<>(alert.annotations());
        @Nullable LinkKey key = target.linkKey();
        if (key != null && !alert.isOver() && !message.externalUrl().isEmpty()) {
            for (ChatAction action : ChatAction.values()) {
                ActionLink link = ActionLink.offered(action, List.of(alert.id()), message.receiver(), message.at());
                annotations.put(action.path() + "_url", key.address(message.externalUrl(), link));
            }
        }
        return annotations;
    }

    /** Label names have letters, digits and underscores; {@code attributes.size} becomes {@code attributes_size}. */
    private static String labelName(String name) {
        String plain = name.replaceAll("[^a-zA-Z0-9_]", "_");
        return plain.isEmpty() || Character.isDigit(plain.charAt(0)) ? "_" + plain : plain;
    }

    @Override
    public Answer read(HookResponse response) {
        return response.refusal().orElseGet(Answer::delivered);
    }
}
