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
import io.satisflow.hook.content.Message;
import io.satisflow.hook.content.MessageAlert;
import io.satisflow.hook.content.SafeText;
import io.satisflow.hook.content.WallLinks;
import io.satisflow.hook.signing.Signature;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Any program: JSON as Alertmanager's webhook has it, version 4, so that what understands that understands this. With a
 * secret it proves who sent a body, and when: {@code X-Satisflow-Signature: t=<epoch seconds>,v1=<hex>}, where hex is the
 * HMAC-SHA256 of {@code <epoch seconds>.<body>}.
 */
public final class Webhook implements Hook {
    static final String SIGNATURE = "X-Satisflow-Signature";
    private static final int GROUP_KEY = 1000;
    private static final int COUNTED = 200;
    private static final String FIRING = "firing";
    private static final String RESOLVED = "resolved";
    /** How Go, and so Alertmanager, writes an end that has not come. */
    private static final String NOT_ENDED = "0001-01-01T00:00:00Z";

    @Override
    public HookForm form() {
        return HookForm.named("webhook")
                .requires("url|url_env")
                .allows("secret_env")
                .rate(10, Duration.ofSeconds(1))
                .bytes(10_000_000);
    }

    @Override
    public HookRequest request(Content content, HookTarget target) {
        HookRequest request = HookRequest.post(target.url(), tree(content))
                .with("Idempotency-Key", content.message().id());
        @Nullable String secret = target.secret("secret_env");
        return secret == null
                ? request
                : request.with(SIGNATURE, signature(secret, target.now().getEpochSecond(), request.body()));
    }

    static String signature(String secret, long seconds, byte[] body) {
        byte[] time = (seconds + ".").getBytes(StandardCharsets.US_ASCII);
        byte[] signed = new byte[time.length + body.length];
        System.arraycopy(time, 0, signed, 0, time.length);
        System.arraycopy(body, 0, signed, time.length, body.length);
        return "t=%d,v1=%s".formatted(seconds, HexFormat.of().formatHex(Signature.of(secret, signed)));
    }

    private static ObjectNode tree(Content content) {
        Message message = content.message();
        List<MessageAlert> alerts = message.alerts();
        ObjectNode tree = Json.object();
        tree.put("version", "4");
        tree.put("groupKey", SafeText.line(message.groupKey(), GROUP_KEY));
        tree.put("truncatedAlerts", message.more());
        tree.put("status", message.isOver() ? RESOLVED : FIRING);
        tree.put("receiver", message.receiver());
        tree.set("groupLabels", Json.labels(message.group()));
        tree.set("commonLabels", Json.labels(common(alerts, Webhook::labels)));
        tree.set("commonAnnotations", Json.annotations(common(alerts, MessageAlert::annotations)));
        tree.put("externalURL", message.externalUrl());
        tree.put("title", content.headline());
        tree.put("text", content.text());
        tree.put("reason", message.reason());
        tree.put("kind", message.kind().name().toLowerCase(Locale.ROOT));
        ObjectNode counts = tree.putObject("counts");
        message.counts().forEach((name, count) -> counts.put(SafeText.line(name, COUNTED), count));
        ArrayNode links = tree.putArray("links");
        content.links().forEach(link -> links.add(Json.pair("text", link.words(), "href", link.address())));
        tree.putArray("alerts")
                .addAll(alerts.stream().map(alert -> alert(alert, message)).toList());
        return tree;
    }

    private static ObjectNode alert(MessageAlert alert, Message message) {
        ObjectNode tree = Json.object();
        tree.put("status", alert.isOver() ? RESOLVED : FIRING);
        tree.set("labels", Json.labels(labels(alert)));
        tree.set("annotations", Json.annotations(alert.annotations()));
        tree.put("startsAt", alert.since().toString());
        tree.put("endsAt", alert.endedAt() == null ? NOT_ENDED : alert.endedAt().toString());
        String url = message.externalUrl();
        tree.put("generatorURL", url.isEmpty() ? "" : WallLinks.view(url, alert));
        tree.put("fingerprint", alert.id());
        return tree;
    }

    /** With what Alertmanager's users look for first. */
    private static Map<String, String> labels(MessageAlert alert) {
        Map<String, String> labels = new TreeMap<>(alert.labels());
        labels.put("alertname", alert.rule());
        return labels;
    }

    private static Map<String, String> common(
            List<MessageAlert> alerts, Function<MessageAlert, Map<String, String>> texts) {
        Map<String, String> common = new TreeMap<>(alerts.isEmpty() ? Map.of() : texts.apply(alerts.get(0)));
        alerts.forEach(alert -> common.entrySet()
                .removeIf(entry -> !Objects.equals(texts.apply(alert).get(entry.getKey()), entry.getValue())));
        return common;
    }

    @Override
    public Answer read(HookResponse response) {
        return response.refusal().orElseGet(Answer::delivered);
    }
}
