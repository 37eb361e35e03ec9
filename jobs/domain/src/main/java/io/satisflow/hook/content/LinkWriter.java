package io.satisflow.hook.content;

import io.satisflow.hook.action.ActionLink;
import io.satisflow.hook.action.ChatAction;
import io.satisflow.hook.action.LinkKey;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Where a reader can go on from a message: the wall, the ticket, and what can be done by a click. */
final class LinkWriter {
    private static final int WORDS = 40;
    private static final String LINK = "url";
    /** Where the channel itself shows the ticket. */
    private static final String TICKET = "link";

    private static final String LINK_ENDING = "_url";
    private static final Set<String> WEB = Set.of("http", "https");

    private final Message message;
    private final Detail detail;
    private final @Nullable LinkKey key;
    private final Words words;

    LinkWriter(Message message, Detail detail, @Nullable LinkKey key, Words words) {
        this.message = message;
        this.detail = detail;
        this.key = key;
        this.words = words;
    }

    /** Annotations that are addresses, by their names; its places on the wall; with the last of those shown, what to do. */
    List<NamedLink> of(MessageAlert alert, List<MessageAlert> shown) {
        Map<String, NamedLink> links = new TreeMap<>();
        alert.annotations().forEach((name, value) -> {
            if (name.equals(LINK) || name.equals(TICKET) || name.endsWith(LINK_ENDING)) {
                String what = name.equals(LINK)
                        ? "wall"
                        : name.equals(TICKET) ? "ticket" : name.substring(0, name.length() - LINK_ENDING.length());
                link(words.link(what), value).ifPresent(link -> links.put(what, link));
            }
        });
        String wall = message.externalUrl();
        if (!wall.isEmpty()) {
            if (!links.containsKey("wall")) {
                link(words.link("wall"), WallLinks.view(wall, alert)).ifPresent(link -> links.put("wall", link));
            }
            List<String> firing = shown.stream()
                    .filter(one -> !one.isOver())
                    .map(MessageAlert::id)
                    .distinct()
                    .toList();
            if (key == null || detail.lines() == 0) {
                handle(alert, links);
            } else if (!firing.isEmpty() && alert == shown.get(shown.size() - 1)) {
                act(ChatAction.ACKNOWLEDGE, "1ack", firing, key, links);
                act(ChatAction.SILENCE, "2silence", firing, key, links);
            }
        }
        return List.copyOf(links.values());
    }

    /** To the page where whoever has logged in can act. */
    private void handle(MessageAlert alert, Map<String, NamedLink> links) {
        if (!alert.isOver()) {
            link(words.link("handle"), WallLinks.page(message.externalUrl(), alert))
                    .ifPresent(link -> links.put("handle", link));
        }
    }

    /** By one link for all that the message shows, since a tool may put all links at its end. */
    private void act(
            ChatAction action, String order, List<String> firing, LinkKey signing, Map<String, NamedLink> links) {
        ActionLink offered = ActionLink.offered(action, firing, message.receiver(), message.at());
        String said = firing.size() == 1
                ? words.link(action.path())
                : words.say("link." + action.path() + ".all", firing.size());
        link(said, signing.address(message.externalUrl(), offered)).ifPresent(link -> links.put(order, link));
    }

    List<NamedLink> ofWall() {
        return message.externalUrl().isEmpty()
                ? List.of()
                : link(words.link("wall"), message.externalUrl()).map(List::of).orElse(List.of());
    }

    private static Optional<NamedLink> link(String words, String address) {
        try {
            URI uri = URI.create(address.strip());
            boolean web = uri.getHost() != null && WEB.contains(String.valueOf(uri.getScheme()));
            return web
                    ? Optional.of(new NamedLink(SafeText.line(words, WORDS), Escape.address(uri.toASCIIString())))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
