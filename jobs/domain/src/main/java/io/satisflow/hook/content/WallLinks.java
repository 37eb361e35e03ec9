package io.satisflow.hook.content;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Places on the wall, as its own pages link to them. */
public final class WallLinks {
    private static final String TICKET = "ticket";
    private static final String ALL = "all";

    private WallLinks() {}

    /**
     * Where an alert can be looked into: its ticket, or its metric and segment around the time it is about.
     *
     * @param externalUrl of the wall
     */
    public static String view(String externalUrl, MessageAlert alert) {
        Map<String, String> facts = alert.annotations();
        if (facts.containsKey(TICKET)) {
            return base(externalUrl) + "#/ticket/" + path(facts.getOrDefault(TICKET, ""));
        }
        if (!facts.containsKey("metric")) {
            return page(externalUrl, alert);
        }
        String segment = facts.getOrDefault("segment", ALL);
        Map<String, String> query = new LinkedHashMap<>();
        query.put("segment", segment.equals(ALL) ? "(all)" : segment);
        query.put("metric", facts.getOrDefault("metric", ""));
        query.put("window", facts.getOrDefault("window", ""));
        query.put("at", facts.getOrDefault("since", alert.since().toString()));
        return base(externalUrl) + "#/over-time?"
                + query.entrySet().stream()
                        .filter(entry -> !entry.getValue().isEmpty())
                        .map(entry -> entry.getKey() + "=" + query(entry.getValue()))
                        .collect(Collectors.joining("&"));
    }

    /** Where an alert can be acknowledged or silenced, by whoever has logged in there. */
    public static String page(String externalUrl, MessageAlert alert) {
        return base(externalUrl) + "#/alerts/" + path(alert.id());
    }

    private static String base(String externalUrl) {
        return externalUrl.endsWith("/") ? externalUrl : externalUrl + "/";
    }

    private static String query(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String path(String text) {
        return query(text).replace("+", "%20");
    }
}
