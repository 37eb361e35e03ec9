package io.satisflow.channel.preset;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.channel.ChannelMapping;
import io.satisflow.channel.ShippedChannels;
import io.satisflow.channel.record.MappedRecord;
import io.satisflow.feedback.Feedback;
import io.satisflow.feedback.Rating;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reviews channel as it is shipped, from bytes to canonical records. */
class ReviewsChannelTest {
    private static final Instant STORED = Instant.parse("2026-03-02T10:00:00Z");
    private static final String REVIEW = """
            {"review": {"id": "r-1", "updated": 1772440200, "author": "c-7", "stars": 1,
                        "body": "<p>Crashes since the update &amp; nobody answers.</p><p>Write to ana@mail.example</p>",
                        "territory": "DE"},
             "app": {"name": "Shop", "team": "mobile"}}
            """;

    private final ChannelMapping reviews = ShippedChannels.read("reviews");

    @Test
    void a_review_becomes_feedback() {
        Feedback feedback = accepted(REVIEW).feedback().orElseThrow();

        Instant occurredAt = Instant.parse("2026-03-02T08:30:00Z");
        assertThat(feedback)
                .isEqualTo(new Feedback(
                        "r-1",
                        "reviews",
                        occurredAt.toEpochMilli(),
                        occurredAt,
                        "c-7",
                        null,
                        null,
                        null,
                        List.of(new Rating("stars", 1, 1, 5)),
                        List.of(),
                        "Crashes since the update & nobody answers.\nWrite to <email>",
                        "en",
                        Map.of("product", "Shop", "region", "DE")));
    }

    @Test
    void a_bad_review_opens_a_case_with_the_owner_of_the_app() {
        assertThat(accepted(REVIEW).ticketEvents()).singleElement().satisfies(event -> {
            assertThat(event.ticket()).isEqualTo("reviews:r-1");
            assertThat(event.id()).isEqualTo("r-1:created");
            assertThat(event.type()).isEqualTo(TicketEventType.CREATED);
            assertThat(event.knownAt()).isEqualTo(event.occurredAt());
            assertThat(event.details())
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
                            "attributes.product", "Shop",
                            "attributes.region", "DE",
                            "by", "customer",
                            "channel", "reviews",
                            "kind", "complaint",
                            "language", "en",
                            "team", "mobile"));
        });
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "3, 0", "5, 0"})
    void a_case_is_opened_up_to_two_stars(int stars, int cases) {
        assertThat(accepted(REVIEW.replace("\"stars\": 1", "\"stars\": " + stars))
                        .ticketEvents())
                .hasSize(cases);
    }

    @Test
    void an_edit_is_a_later_revision_of_the_same_feedback_and_opens_no_second_case() {
        MappedRecord.Accepted first = accepted(REVIEW);
        MappedRecord.Accepted edited = accepted(REVIEW.replace("1772440200", "1772440260"));

        assertThat(edited.feedback().orElseThrow().id())
                .isEqualTo(first.feedback().orElseThrow().id());
        assertThat(edited.feedback().orElseThrow().revision())
                .isGreaterThan(first.feedback().orElseThrow().revision());
        assertThat(ids(edited)).isEqualTo(ids(first));
    }

    @Test
    void the_same_record_gives_the_same_result_whenever_it_is_read() {
        assertThat(accepted(REVIEW)).isEqualTo(accepted(REVIEW));
        assertThat(reviews.map(bytes(REVIEW), STORED.plusSeconds(86_400))).isEqualTo(accepted(REVIEW));
    }

    @Test
    void a_mapping_travels_to_where_it_is_used() throws IOException, ClassNotFoundException {
        for (String channel : List.of("reviews", "survey", "helpdesk", "support_threads")) {
            ChannelMapping mapping = ShippedChannels.read(channel);
            ChannelMapping carried = carry(mapping);

            assertThat(carried.channel()).isEqualTo(channel);
            assertThat(carried.map(bytes(REVIEW), STORED)).isEqualTo(mapping.map(bytes(REVIEW), STORED));
        }
        assertThat(carry(reviews).map(bytes(REVIEW), STORED)).isEqualTo(accepted(REVIEW));
    }

    private MappedRecord.Accepted accepted(String json) {
        return (MappedRecord.Accepted) reviews.map(bytes(json), STORED);
    }

    private static List<String> ids(MappedRecord.Accepted accepted) {
        return accepted.ticketEvents().stream().map(TicketEvent::id).toList();
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static ChannelMapping carry(ChannelMapping mapping) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(mapping);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (ChannelMapping) in.readObject();
        }
    }
}
