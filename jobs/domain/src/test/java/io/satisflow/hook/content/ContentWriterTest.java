package io.satisflow.hook.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.hook.action.LinkKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What messages say, before any tool's markup. */
class ContentWriterTest {
    private static final LinkKey KEY = LinkKey.of("0123456789abcdef0123456789abcdef");
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void a_score_alert_links_to_its_metric_and_segment_at_its_time_and_to_where_it_is_acknowledged() {
        MessageAlert alert = alert(
                Map.of("metric", "csat", "window", "24h", "segment", "channel=app", "since", "2026-03-02T07:00:00Z"));
        assertThat(write(List.of(alert), "en").links())
                .containsExactly(
                        new NamedLink("Acknowledge or silence", "https://wall.example.com/#/alerts/a%2F1"),
                        new NamedLink(
                                "Open in Satisflow",
                                "https://wall.example.com/#/over-time?segment=channel%3Dapp&metric=csat&window=24h&at=2026-03-02T07%3A00%3A00Z"));
    }

    @Test
    void a_ticket_alert_links_to_its_ticket() {
        MessageAlert alert = alert(Map.of("ticket", "T 1", "ticket_url", "https://help.example.com/1"));
        assertThat(write(List.of(alert), "zh-CN").links())
                .contains(
                        new NamedLink("在 Satisflow 中查看", "https://wall.example.com/#/ticket/T%201"),
                        new NamedLink("查看工单", "https://help.example.com/1"));
    }

    @Test
    void an_address_that_would_run_something_is_no_link() {
        MessageAlert alert = alert(Map.of(
                "ticket_url", "javascript:alert(1)", "runbook_url", "data:text/html,x", "url", "not an address"));
        assertThat(write(List.of(alert), "en").links())
                .allMatch(link -> link.address().startsWith("https://wall.example.com/"));
    }

    @Test
    void what_is_left_out_is_counted() {
        List<MessageAlert> many =
                IntStream.range(0, 422).mapToObj(i -> alert(Map.of())).toList();
        Content content = write(many, "en");
        assertThat(content.paragraphs()).hasSize(10);
        assertThat(content.notes()).contains("truncated: 412 more");
        assertThat(write(many, "zh-CN").notes()).contains("已截断：另有 412 条");
    }

    @Test
    void the_most_urgent_of_what_goes_on_says_what_to_do_next() {
        MessageAlert warned = ticket("warn", null);
        MessageAlert missed = ticket("breach", null);
        assertThat(write(List.of(alert(Map.of())), "en").notes())
                .as("nobody is quoted: it says where to read")
                .containsExactly(
                        "Next: read what they say, on the wall under Over time or with ./satisflow report, and ask what has"
                                + " changed since. Whoever looks into it acknowledges.");
        assertThat(write(List.of(alert(Map.of("description", "Customers say:\n“Where is it?”"))), "en")
                        .notes())
                .containsExactly(
                        "Next: read what they say, and ask what has changed since. Whoever looks into it acknowledges.");
        assertThat(write(List.of(warned, missed), "zh-CN").notes()).containsExactly("下一步：请立即处理该工单，接手者请确认。");
        assertThat(write(List.of(warned, ticket("breach", NINE)), "en").notes())
                .containsExactly("Next: see to the ticket before it is due. Whoever takes it acknowledges.");
        assertThat(write(List.of(ticket("breach", NINE)), "en").notes()).isEmpty();
    }

    private static MessageAlert ticket(String event, @Nullable Instant endedAt) {
        Map<String, String> labels = Map.of("kind", "ticket", "event", event);
        String state = endedAt == null ? "firing" : "resolved";
        return new MessageAlert("a", "rule", "key", state, NINE, endedAt, "critical", labels, Map.of());
    }

    @Test
    void with_a_key_for_links_what_goes_on_can_be_acknowledged_and_silenced_from_the_message() {
        Message message = message(Message.Kind.ALERT, List.of(alert(Map.of()), alert(Map.of())), "en");
        List<NamedLink> links = ContentWriter.write(message, Detail.FULL, KEY).links();
        assertThat(links).extracting(NamedLink::words).contains("Acknowledge", "Silence");
        assertThat(links)
                .filteredOn(link -> link.words().equals("Acknowledge"))
                .singleElement()
                .satisfies(link -> assertThat(link.address())
                        .startsWith("https://wall.example.com/do/ack?alerts=a%2F1&from=ops&until=1773046800&sig="));
        assertThat(ContentWriter.write(message, Detail.FULL, KEY))
                .isEqualTo(ContentWriter.write(message, Detail.FULL, KEY));
    }

    @Test
    void what_is_over_cannot() {
        MessageAlert over =
                new MessageAlert("a", "rule", "key", "resolved", NINE, NINE, "critical", Map.of(), Map.of());
        Message message = message(Message.Kind.ALERT, List.of(over), "en");
        assertThat(ContentWriter.write(message, Detail.FULL, KEY).links())
                .extracting(NamedLink::words)
                .containsExactly("Open in Satisflow");
    }

    @Test
    void numbers_and_words_of_others_are_not_read_as_patterns() {
        Content content = write(List.of(alert(Map.of("summary", "it''s {0} 'quoted' {1,number}"))), "en");
        assertThat(content.text()).contains("[critical] it fell");
        Message digest = message(Message.Kind.DIGEST, List.of(alert(Map.of("summary", "it's {0} 'x'"))), "en");
        assertThat(ContentWriter.write(digest, Detail.FULL, null).text()).contains("● [critical] it's {0} 'x'");
    }

    private static Content write(List<MessageAlert> alerts, String language) {
        return ContentWriter.write(message(Message.Kind.ALERT, alerts, language), Detail.FULL, null);
    }

    private static Message message(Message.Kind kind, List<MessageAlert> alerts, String language) {
        return new Message(
                "m",
                kind,
                NINE,
                "ops",
                Map.of(),
                "first",
                language,
                "[critical] it fell",
                alerts,
                0,
                Map.of(),
                "https://wall.example.com",
                null);
    }

    private static MessageAlert alert(Map<String, String> annotations) {
        return new MessageAlert("a/1", "rule", "key", "firing", NINE, null, "critical", Map.of(), annotations);
    }
}
