package io.satisflow.alerts.receiver;

import io.satisflow.config.ConfigNode;
import java.io.Serializable;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where people open a ticket or a feedback of a channel, where the channel itself does not say so.
 *
 * @param templates by channel, with {@code {id}} where the ticket's or feedback's own id stands
 */
public record TicketLinks(Map<String, String> templates) implements Serializable {
    public static final TicketLinks NONE = new TicketLinks(Map.of());

    private static final String ID = "{id}";

    public TicketLinks {
        templates = new TreeMap<>(templates);
    }

    /** {@code {helpdesk: "https://desk.example.com/tickets/{id}"}}. */
    public static TicketLinks read(ConfigNode node) {
        Map<String, String> templates = new TreeMap<>();
        node.entries().forEach((channel, value) -> templates.put(channel, template(value)));
        return new TicketLinks(templates);
    }

    private static String template(ConfigNode node) {
        String template = node.text();
        return node.build(() -> {
            String scheme = String.valueOf(URI.create(template.replace(ID, "1")).getScheme());
            if (!template.contains(ID) || !(scheme.equals("https") || scheme.equals("http"))) {
                throw new IllegalArgumentException(
                        "expected an address with {id} in it, such as https://desk.example.com/tickets/{id}, but was \"%s\""
                                .formatted(template));
            }
            return template;
        });
    }

    /** What stands in the id cannot lead elsewhere. */
    public Optional<String> of(String channel, String id) {
        return Optional.ofNullable(templates.get(channel))
                .map(template -> template.replace(
                        ID, URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20")));
    }
}
