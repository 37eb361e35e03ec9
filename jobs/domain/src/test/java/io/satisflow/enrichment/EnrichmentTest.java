package io.satisflow.enrichment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.satisflow.channel.ChannelMapping;
import io.satisflow.channel.ChannelMappingFile;
import io.satisflow.channel.record.MappedRecord.Accepted;
import io.satisflow.config.ConfigException;
import io.satisflow.config.ConfigFile;
import io.satisflow.customer.CustomerKeys;
import io.satisflow.feedback.Feedback;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of customers and agents beside what sources send. */
class EnrichmentTest {
    private static final Instant STORED = Instant.parse("2026-12-01T00:00:00Z");
    private static final String MAPPING = """
        channel: desk
        kind: ticket
        id: /id
        occurred_at: /at
        customer: /customer
        text: /text
        attributes: {region: /region}
        ticket: {id: /ticket, event: /event, to: /to, agent: /agent}
        triage: {grade: [{is: major, when: {tier: gold}}]}
        """;

    @TempDir
    Path folder;

    @Test
    void a_new_version_of_a_table_holds_from_its_instant_on_and_not_before() throws IOException {
        write("customers.csv", "customer,tier,region\nc1,silver,EU\n");
        write("customers@20260302T100000Z.csv", "customer,tier,region\nc1,gold,EU\n");
        Enrichment tables = files().read();

        assertThat(said(tables, "2026-03-02T09:59:59Z", "").said().get(0).attributes())
                .containsEntry("tier", "silver")
                .containsEntry("region", "EU");
        assertThat(said(tables, "2026-03-02T10:00:00Z", "").said().get(0).attributes())
                .containsEntry("tier", "gold");
        assertThat(said(tables, "2026-03-02T10:00:00Z", "")
                        .ticketEvents()
                        .get(0)
                        .details())
                .containsEntry("attributes.tier", "gold")
                .containsEntry("grade", "major");
    }

    @Test
    void a_table_that_was_written_after_it_took_its_place_is_told() throws IOException {
        write("customers.csv", "customer,tier\nc1,silver\n");
        write("customers@20260302T100000Z.csv", "customer,tier\nc1,gold\n");
        write("customers@20260302T120000Z.csv", "customer,tier\nc1,gold\n");
        FileTime eleven = FileTime.from(Instant.parse("2026-03-02T11:00:00Z"));
        Files.setLastModifiedTime(folder.resolve("customers@20260302T100000Z.csv"), eleven);
        Files.setLastModifiedTime(folder.resolve("customers@20260302T120000Z.csv"), eleven);
        EnrichmentFiles customers =
                new EnrichmentFiles(folder.resolve("customers.csv").toString(), null);

        assertThat(customers.late())
                .extracting(EnrichmentFiles.LateTable::message)
                .singleElement()
                .asString()
                .contains("customers@20260302T100000Z.csv holds from 2026-03-02T10:00:00Z")
                .contains("written at 2026-03-02T11:00:00Z");
    }

    @Test
    void what_the_source_says_itself_is_not_overruled() throws IOException {
        write("customers.csv", "customer,tier,region\nc1,silver,EU\n");

        assertThat(said(files().read(), "2026-03-02T09:00:00Z", ", \"region\": \"APAC\"")
                        .said()
                        .get(0)
                        .attributes())
                .containsEntry("region", "APAC");
    }

    @Test
    void an_agent_that_is_a_robot_does_not_reply_as_a_person_and_its_team_is_known() throws IOException {
        write("customers.csv", "customer,tier\n");
        write("agents.csv", "agent,team,is\na1,billing,person\nbot,desk,robot\n");
        Enrichment tables = files().read();

        assertThat(event(tables, "agent_reply", ", \"agent\": \"bot\"")).isEqualTo(TicketEventType.BOT_REPLY);
        assertThat(event(tables, "agent_reply", ", \"agent\": \"a1\"")).isEqualTo(TicketEventType.AGENT_REPLY);
        assertThat(accepted(tables, "2026-03-02T09:00:00Z", "assigned", ", \"to\": \"a1\"")
                        .ticketEvents()
                        .get(0)
                        .details())
                .containsEntry("team", "billing");
    }

    @Test
    void tables_name_customers_and_agents_by_address_and_the_customers_goes_nowhere() throws IOException {
        write("customers.csv", "customer,tier\nanna@example.org,gold\n");
        write("agents.csv", "agent,team\njane@example.com,billing\n");
        CustomerKeys keys = CustomerKeys.of(name -> "a secret of some length");
        ChannelMapping mapping = ChannelMappingFile.read(ConfigFile.parse("m.yaml", MAPPING));
        String payload = """
                {"id": 1, "at": "2026-03-02T09:00:00Z", "customer": "anna@example.org", "text": "hello", "ticket": "T",
                 "event": "assigned", "to": "jane@example.com"}""";

        Accepted record =
                (Accepted) mapping.map(payload.getBytes(StandardCharsets.UTF_8), STORED, keys, files().read());

        Feedback said = record.said().get(0);
        TicketEvent event = record.ticketEvents().get(0);
        assertThat(said.attributes()).containsEntry("tier", "gold");
        assertThat(event.details())
                .containsEntry("attributes.tier", "gold")
                .containsEntry("team", "billing")
                .containsEntry("to", "jane");
        assertThat(event.customerKey()).isNotNull().isEqualTo(said.customerKey());
        assertThat(said.toString() + event).doesNotContain("anna");
    }

    @Test
    void a_table_that_cannot_be_relied_on_is_refused() throws IOException {
        assertThatThrownBy(() -> files().read())
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("customers.csv");
        write("customers.csv", "customer,tier\nc1,gold\nc1,silver\n");
        assertThatThrownBy(() -> files().read())
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("\"c1\" stands twice");
        write("customers.csv", "customer,tier\nc1,gold\n");
        write("customers@tomorrow.csv", "customer,tier\nc1,gold\n");
        assertThatThrownBy(() -> files().read())
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("from when it holds");
    }

    @Test
    void a_new_version_shows_in_the_fingerprint() throws IOException {
        write("customers.csv", "customer,tier\nc1,gold\n");
        String before = files().fingerprint();
        write("customers@20260302T100000Z.csv", "customer,tier\nc1,silver\n");

        assertThat(files().fingerprint()).isNotEqualTo(before);
    }

    private EnrichmentFiles files() {
        Path agents = folder.resolve("agents.csv");
        return new EnrichmentFiles(
                folder.resolve("customers.csv").toString(), Files.exists(agents) ? agents.toString() : null);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static Accepted said(Enrichment tables, String at, String more) {
        return accepted(tables, at, "created", more);
    }

    private static TicketEventType event(Enrichment tables, String type, String more) {
        return accepted(tables, "2026-03-02T09:00:00Z", type, more)
                .ticketEvents()
                .get(0)
                .type();
    }

    private static Accepted accepted(Enrichment tables, String at, String type, String more) {
        ChannelMapping mapping = ChannelMappingFile.read(ConfigFile.parse("m.yaml", MAPPING));
        String payload =
                "{\"id\": 1, \"at\": \"%s\", \"customer\": \"c1\", \"text\": \"hello\", \"ticket\": \"T\", \"event\": \"%s\"%s}"
                        .formatted(at, type, more);
        return (Accepted) mapping.map(payload.getBytes(StandardCharsets.UTF_8), STORED, tables);
    }
}
