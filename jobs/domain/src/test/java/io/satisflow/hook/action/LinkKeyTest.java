package io.satisflow.hook.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LinkKeyTest {
    private static final LinkKey KEY = LinkKey.of("0123456789abcdef0123456789abcdef");
    private static final ActionLink LINK = new ActionLink(
            ChatAction.SILENCE, List.of("a1", "a2"), "客服 & co?", Instant.parse("2026-03-09T09:00:00.123Z"));

    @Test
    void what_was_signed_is_known_again() {
        String address = KEY.address("https://wall.example.com/satisflow", LINK);
        assertThat(address).startsWith("https://wall.example.com/satisflow/do/silence?alerts=a1%2Ca2&from=");
        assertThat(read(KEY, ChatAction.SILENCE, query(address))).contains(LINK);
    }

    @Test
    void nothing_of_it_can_be_changed() {
        Map<String, String> query = query(KEY.address("https://wall.example.com", LINK));
        assertThat(read(KEY, ChatAction.ACKNOWLEDGE, query)).isEmpty();
        for (String name : query.keySet()) {
            Map<String, String> changed = new TreeMap<>(query);
            changed.merge(name, "1", String::concat);
            assertThat(read(KEY, ChatAction.SILENCE, changed)).as(name).isEmpty();
        }
        assertThat(read(LinkKey.of("another key, which is as long as that"), ChatAction.SILENCE, query))
                .isEmpty();
    }

    @Test
    void what_is_no_link_at_all_is_none() {
        assertThat(KEY.verified(ChatAction.SILENCE, "", "", "", "")).isEmpty();
        assertThat(KEY.verified(ChatAction.SILENCE, "a", "b", "99999999999999999", "c"))
                .isEmpty();
    }

    @Test
    void a_confirmation_holds_for_one_visit_of_one_link() {
        ActionLink other = new ActionLink(ChatAction.ACKNOWLEDGE, LINK.alerts(), LINK.receiver(), LINK.expires());
        assertThat(KEY.confirmation(LINK, "v1"))
                .isEqualTo(KEY.confirmation(LINK, "v1"))
                .isNotEqualTo(KEY.confirmation(LINK, "v2"))
                .isNotEqualTo(KEY.confirmation(other, "v1"));
    }

    @Test
    void a_secret_that_could_be_guessed_is_refused_and_none_is_ever_shown() {
        assertThatThrownBy(() -> LinkKey.of("hunter2"))
                .hasMessageContaining("SATISFLOW_LINK_KEY has 7 characters")
                .hasMessageNotContaining("hunter2");
        assertThat(LinkKey.in(name -> null)).isNull();
        assertThat(KEY.toString()).doesNotContain("0123456789abcdef");
        assertThat(KEY.mask("GET 0123456789abcdef0123456789abcdef")).isEqualTo("GET ***");
    }

    private static Optional<ActionLink> read(LinkKey key, ChatAction action, Map<String, String> query) {
        return key.verified(
                action,
                query.getOrDefault("alerts", ""),
                query.getOrDefault("from", ""),
                query.getOrDefault("until", ""),
                query.getOrDefault("sig", ""));
    }

    private static Map<String, String> query(String address) {
        Map<String, String> query = new TreeMap<>();
        for (String pair : URI.create(address).getRawQuery().split("&")) {
            String[] parts = pair.split("=", 2);
            query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return query;
    }
}
