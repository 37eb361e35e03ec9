package io.satisflow.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.satisflow.local.chaos.Chaos.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChaosTest {

    @TempDir
    Path folder;

    @Test
    void a_process_killed_amid_each_kind_of_story_and_started_again_gives_the_same_records() throws Exception {
        StoryFile.Place stories = StoryFile.write(folder.resolve("stories"));
        List<Outcome> outcomes =
                new Chaos(stories.replayArguments(), folder.resolve("chaos"), "150/s").run(outcome -> {});

        assertThat(outcomes)
                .hasSize(4)
                .allSatisfy(outcome ->
                        assertThat(outcome.differing()).as(outcome.toString()).isEmpty());
        assertThat(outcomes.stream().filter(outcome -> outcome.disturbance().contains("mid run")))
                .allSatisfy(outcome -> assertThat(outcome.checkpoints()).isPositive());
        assertThat(ticketsWithClocks(folder.resolve("chaos/undisturbed/topics/sla-events.jsonl")))
                .as("each ticket of each story has clocks")
                .hasSize(stories.count() * 6);
    }

    private static Set<String> ticketsWithClocks(Path slaEvents) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        Set<String> tickets = new HashSet<>();
        for (String line : Files.readAllLines(slaEvents)) {
            tickets.add(mapper.readTree(line).get("ticket").asText());
        }
        return tickets;
    }
}
