package io.satisflow.local.cli.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.channel.ChannelMapping;
import io.satisflow.channel.ChannelMappingFile;
import io.satisflow.channel.record.MappedRecord.Accepted;
import io.satisflow.config.ConfigFile;
import io.satisflow.feedback.Feedback;
import io.satisflow.local.cli.CommandLineRun;
import io.satisflow.local.replay.recording.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A draft is a mapping that reads the file it was drafted from. */
class ChannelNewCommandTest {

    @TempDir
    Path folder;

    @Test
    void a_table_nobody_has_mapped_yet() throws IOException {
        Path export = Files.writeString(folder.resolve("answers.csv"), """
                Response ID;Submitted;Store;How likely are you to recommend us?;Any comment?;User
                101;02.03.2026 09:30;Berlin;9;Quick and friendly, thank you;c-1
                102;02.03.2026 09:40;Kiosk;3;Nobody answered my calls for a week;c-2
                103;15.03.2026 10:00;Berlin;7;;c-3
                """);

        List<Feedback> feedback = mappedByItsDraft(export);

        assertThat(feedback).extracting(Feedback::id).containsExactly("101", "102", "103");
        assertThat(feedback.get(0).occurredAt()).isEqualTo("2026-03-02T09:30:00Z");
        assertThat(feedback.get(1).text()).isEqualTo("Nobody answered my calls for a week");
        assertThat(feedback).allSatisfy(each -> assertThat(each.ratings()).hasSize(1));
        assertThat(feedback.get(1).ratings().get(0).max()).isEqualTo(10);
    }

    /** As Qualtrics writes them: the question and an id for programs below the names. */
    @Test
    void a_table_whose_columns_are_named_on_three_lines() throws IOException {
        Path export = Files.writeString(folder.resolve("survey.csv"), """
                EndDate,Progress,ResponseId,UserLanguage,Q1,Q3
                End Date,Progress,Response ID,User Language,How likely are you to recommend us?,"Why, in your own words?"
                "{""ImportId"":""endDate""}","{""ImportId"":""progress""}","{""ImportId"":""_recordId""}","{""ImportId"":""userLanguage""}","{""ImportId"":""QID1""}","{""ImportId"":""QID3_TEXT""}"
                2026-03-02 09:03:40,100,R_1aa,EN,9,"The fitting took ten minutes, they knew everything."
                2026-03-02 10:12:40,100,R_1ab,EN,3,"Waited half an hour at the counter,
                nobody came."
                2026-03-03 12:03:40,100,R_1ad,EN,8,Good prices but the parking is a pain.
                """);

        List<Feedback> feedback = mappedByItsDraft(export);

        assertThat(feedback).extracting(Feedback::id).containsExactly("R_1aa", "R_1ab", "R_1ad");
        assertThat(feedback).extracting(Feedback::customer).containsOnlyNulls();
        assertThat(feedback.get(1).text()).startsWith("Waited half an hour");
        assertThat(feedback.get(0).ratings()).singleElement().satisfies(rating -> {
            assertThat(rating.question()).isEqualTo("nps");
            assertThat(rating.max()).isEqualTo(10);
        });
    }

    @Test
    void a_page_of_json() throws IOException {
        Path export = Files.writeString(folder.resolve("page.json"), """
                {"meta": {"page": 1}, "reviews": [
                  {"uuid": "a-1", "created_at": 1772443800, "rating": 5, "body": "<p>Works well</p>", "author": {"id": 7}},
                  {"uuid": "a-2", "created_at": 1772443900, "rating": 1, "body": "<p>Crashes all day</p>", "author": {"id": 8}}]}
                """);

        List<Feedback> feedback = mappedByItsDraft(export);

        assertThat(feedback).extracting(Feedback::id).containsExactly("a-1", "a-2");
        assertThat(feedback.get(0).text()).isEqualTo("Works well");
        assertThat(feedback.get(1).ratings().get(0).value()).isEqualTo(1);
        assertThat(feedback.get(1).customer()).isEqualTo("8");
    }

    private static List<Feedback> mappedByItsDraft(Path export) throws IOException {
        CommandLineRun run = CommandLineRun.of("channel", "new", "--from", export);
        assertThat(run.exitCode()).as(run.err()).isZero();
        ChannelMapping mapping = ChannelMappingFile.read(ConfigFile.parse("draft.yaml", run.out()));
        List<Feedback> feedback = new ArrayList<>();
        Recording.of(export, Optional.of(mapping)).forEach(row -> {
            if (mapping.map(row.payload(), Instant.parse("2026-12-01T00:00:00Z")) instanceof Accepted accepted) {
                feedback.addAll(accepted.said());
            }
        });
        return feedback;
    }
}
