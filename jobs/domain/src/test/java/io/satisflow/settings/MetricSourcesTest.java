package io.satisflow.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person is told of metrics that nothing feeds. */
class MetricSourcesTest {
    private static final String DESK = """
            channel: desk
            kind: ticket
            id: /id
            occurred_at: /at
            text: /text
            ratings: [{question: csat, pointer: /csat, scale: [1, 5]}]
            feedback: {attributes: {tier: /tier}}
            ticket:
              id: /ticket
              event: {pointer: /type, values: {opened: created, said: customer_message, answered: agent_reply, done: status}}
            """;

    @TempDir
    private Path folder;

    @Test
    void what_channels_and_policies_feed_is_not_remarked_on() throws IOException {
        assertThat(remarks("""
                csat: {where: {attributes.tier: gold}}
                volume.complaints: {where: {kind: complaint}}
                first_reply_time: {}
                reopen_rate: {where: {team: billing}}
                sentiment: {}
                """)).isEmpty();
    }

    @Test
    void a_clock_without_a_target_never_runs() throws IOException {
        assertThat(remarks("clock_time.assignment: {clock: assignment}"))
                .containsExactly(
                        "metric clock_time.assignment is about the clock assignment, for which no policy has a target; it will have no data");
    }

    @Test
    void a_rate_of_what_nobody_tells_would_say_that_it_never_happens() throws IOException {
        assertThat(remarks("""
                response_rate: {}
                follow_up_rate: {}
                promise_kept_rate: {}
                collection_coverage: {}
                """))
                .extracting(remark -> remark.replaceFirst(", and no channel.*", ""))
                .containsExactlyInAnyOrder(
                        "metric response_rate rests on ticket events survey_sent",
                        "metric follow_up_rate rests on ticket events follow_up",
                        "metric promise_kept_rate rests on ticket events promise",
                        "metric collection_coverage rests on ticket events satisfaction");
    }

    @Test
    void what_feedback_does_not_say_counts_nowhere() throws IOException {
        assertThat(remarks("""
                nps: {}
                csat: {where: {survey: relationship}}
                recovery: {}
                complaint_rate.orders: {}
                """))
                .extracting(remark -> remark.replaceFirst("[,;].*", ""))
                .containsExactlyInAnyOrder(
                        "metric nps asks nps [0",
                        "metric csat counts where survey is known",
                        "metric recovery sets the texts of one ticket side by side",
                        "metric complaint_rate.orders divides by orders");
    }

    private List<String> remarks(String metrics) throws IOException {
        Files.writeString(folder.resolve("desk.yaml"), DESK);
        Files.writeString(
                folder.resolve("policies.yaml"),
                "policies: [{name: all, targets: {first_reply: {target: 1h, time: wall}}}]\n");
        Path file = Files.writeString(folder.resolve("satisflow.yaml"), """
                channels: [{mapping: desk.yaml}]
                policies: policies.yaml
                metrics:
                  csat.answers: {question: csat}
                %s""".formatted(metrics.indent(2)));
        return new Coverage(SettingsFile.read(file, Optional.empty())).remarks(true, false);
    }
}
