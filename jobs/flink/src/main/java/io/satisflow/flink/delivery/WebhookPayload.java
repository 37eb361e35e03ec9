package io.satisflow.flink.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.wire.Alert;
import io.satisflow.wire.Notification;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A notification as Alertmanager's webhook has it, version 4, so that what understands that understands this. */
final class WebhookPayload {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String VERSION = "4";
    private static final String FIRING = "firing";
    private static final String RESOLVED = "resolved";
    /** How Go, and so Alertmanager, writes an end that has not come. */
    private static final String NOT_ENDED = "0001-01-01T00:00:00Z";

    private final String externalUrl;

    /** @param externalUrl of the wall; empty when it is not known */
    WebhookPayload(String externalUrl) {
        this.externalUrl = externalUrl;
    }

    byte[] bytes(Notification notification) {
        try {
            return JSON.writeValueAsBytes(tree(notification));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of texts can be written", e);
        }
    }

    ObjectNode tree(Notification notification) {
        List<Alert> alerts = notification.getAlerts();
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.put("version", VERSION);
        tree.put("groupKey", notification.getReceiver() + ":" + new TreeMap<>(notification.getGroup()));
        tree.put("truncatedAlerts", 0);
        tree.put("status", alerts.stream().anyMatch(alert -> status(alert).equals(FIRING)) ? FIRING : RESOLVED);
        tree.put("receiver", notification.getReceiver());
        put(tree, "groupLabels", notification.getGroup());
        put(tree, "commonLabels", common(alerts, Alert::getLabels));
        put(tree, "commonAnnotations", common(alerts, Alert::getAnnotations));
        tree.put("externalURL", externalUrl);
        tree.put("title", notification.getTitle());
        tree.put("text", notification.getText());
        tree.put("reason", notification.getReason());
        tree.putArray("alerts").addAll(alerts.stream().map(this::alert).toList());
        return tree;
    }

    private ObjectNode alert(Alert alert) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.put("status", status(alert));
        Map<String, String> labels = new TreeMap<>(alert.getLabels());
        // What Alertmanager's users look for first.
        labels.put("alertname", alert.getRule());
        put(tree, "labels", labels);
        put(tree, "annotations", alert.getAnnotations());
        tree.put("startsAt", alert.getSince().toString());
        tree.put("endsAt", ended(alert.getEndedAt()));
        tree.put("generatorURL", link(alert));
        tree.put("fingerprint", alert.getId());
        return tree;
    }

    private String link(Alert alert) {
        return externalUrl.isEmpty()
                ? ""
                : externalUrl + "?alert=" + URLEncoder.encode(alert.getId(), StandardCharsets.UTF_8);
    }

    private static String ended(@Nullable Instant at) {
        return at == null ? NOT_ENDED : at.toString();
    }

    private static String status(Alert alert) {
        return alert.getEndedAt() == null ? FIRING : RESOLVED;
    }

    private static Map<String, String> common(List<Alert> alerts, Function<Alert, Map<String, String>> texts) {
        Map<String, String> common = new TreeMap<>(alerts.isEmpty() ? Map.of() : texts.apply(alerts.get(0)));
        alerts.forEach(alert -> common.entrySet()
                .removeIf(entry -> !Objects.equals(texts.apply(alert).get(entry.getKey()), entry.getValue())));
        return common;
    }

    private static void put(ObjectNode tree, String name, Map<String, String> texts) {
        ObjectNode object = tree.putObject(name);
        new TreeMap<>(texts).forEach(object::put);
    }
}
