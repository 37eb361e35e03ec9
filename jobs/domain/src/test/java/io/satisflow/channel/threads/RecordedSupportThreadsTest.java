package io.satisflow.channel.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.satisflow.channel.ChannelMapping;
import io.satisflow.channel.ShippedChannels;
import io.satisflow.channel.record.MappedRecord;
import io.satisflow.channel.record.RefusalReason;
import io.satisflow.feedback.Feedback;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The recorded threads of the shared data folder, through the shipped preset. */
class RecordedSupportThreadsTest {
    private static final Instant STORED = Instant.parse("2026-01-01T00:00:00Z");

    private List<FedRow> fed = List.of();

    @BeforeEach
    void read_the_recording() throws IOException {
        String data = System.getProperty("satisflow.data", "");
        Path file = Path.of(data, "replay", "support_threads.csv");
        assumeTrue(
                !data.isBlank() && Files.exists(file),
                "set -Dsatisflow.data to the shared data folder to test with recorded threads");
        try (Reader csv = Files.newBufferedReader(file)) {
            fed = SupportThreads.fed(SupportThreadsCsv.read(csv));
        }
    }

    @Test
    void every_row_is_accepted_but_the_one_that_is_cut_off() {
        List<MappedRecord> mapped = mapped();

        assertThat(mapped).hasSize(5_001);
        assertThat(accepted(mapped)).hasSize(5_000);
        assertThat(mapped.get(5_000)).isInstanceOfSatisfying(MappedRecord.Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(RefusalReason.MISSING_TIME);
            assertThat(refused.message()).contains("3398");
        });
        assertThat(fed.get(5_000).row()).isEqualTo(2_486);
    }

    @Test
    void inbound_tweets_are_feedback_and_threads_are_tickets() {
        List<MappedRecord.Accepted> accepted = accepted(mapped());
        List<TicketEvent> events =
                accepted.stream().flatMap(each -> each.ticketEvents().stream()).toList();
        Map<String, Long> opened = events.stream()
                .filter(event -> event.type() == TicketEventType.CREATED)
                .collect(Collectors.groupingBy(event -> event.detail("by").orElse("nobody"), Collectors.counting()));

        assertThat(accepted.stream().flatMap(each -> each.feedback().stream())).hasSize(2_778);
        assertThat(events.stream().map(TicketEvent::ticket).distinct()).hasSize(1_312);
        assertThat(opened).containsOnly(Map.entry("customer", 1_288L), Map.entry("agent", 24L));
    }

    @Test
    void some_threads_have_several_customers() throws IOException {
        Map<String, Long> customers = json().filter(
                        row -> row.path("inbound").asText().equals("True"))
                .collect(Collectors.groupingBy(
                        row -> row.path("thread_id").asText(),
                        Collectors.mapping(
                                row -> row.path("author_id").asText(),
                                Collectors.collectingAndThen(Collectors.toSet(), authors -> (long) authors.size()))));

        assertThat(customers.values().stream().filter(count -> count > 1)).hasSize(111);
    }

    @Test
    void no_tweet_stands_before_an_earlier_one() {
        List<Instant> times = accepted(mapped()).stream()
                .map(MappedRecord.Accepted::occurredAt)
                .toList();

        assertThat(times).isSorted();
    }

    @Test
    void no_address_or_mobile_number_is_left_in_the_text_while_mentions_stay() {
        List<String> texts = accepted(mapped()).stream()
                .flatMap(each -> each.feedback().stream())
                .map(Feedback::text)
                .toList();

        assertThat(texts)
                .allSatisfy(text -> assertThat(text).doesNotContainPattern("[a-z0-9.]+@[a-z0-9]+\\.(com|net|org)"));
        assertThat(texts).filteredOn(text -> text.matches("(?s).*@\\d{6}\\b.*")).hasSizeGreaterThan(500);
    }

    private List<MappedRecord> mapped() {
        ChannelMapping mapping = ShippedChannels.read("support_threads");
        return fed.stream().map(row -> mapping.map(row.payload(), STORED)).toList();
    }

    private Stream<JsonNode> json() throws IOException {
        JsonMapper mapper = JsonMapper.builder().build();
        return Stream.of(mapper.readValue(
                fed.stream().map(FedRow::json).collect(Collectors.joining(",", "[", "]")), JsonNode[].class));
    }

    private static List<MappedRecord.Accepted> accepted(List<MappedRecord> mapped) {
        return mapped.stream()
                .filter(MappedRecord.Accepted.class::isInstance)
                .map(MappedRecord.Accepted.class::cast)
                .toList();
    }
}
