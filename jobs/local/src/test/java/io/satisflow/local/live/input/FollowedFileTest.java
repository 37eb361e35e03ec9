package io.satisflow.local.live.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowedFileTest {

    @TempDir
    Path folder;

    private Path path;
    private FollowedFile followed;
    private boolean placeLost;
    private final List<FileLine> given = new ArrayList<>();

    @BeforeEach
    void follow() {
        path = folder.resolve("feed.jsonl");
        followed = new FollowedFile(path, Optional.empty(), () -> placeLost = true);
    }

    @Test
    void a_file_may_appear_later() throws IOException {
        assertThat(read()).isEmpty();
        append("one\n");

        assertThat(read()).containsExactly("one");
    }

    @Test
    void a_line_is_given_when_its_end_is_there() throws IOException {
        append("one\ntw");
        assertThat(read()).containsExactly("one");
        append("o\nthree");

        assertThat(read()).containsExactly("two");
    }

    @Test
    void a_truncated_file_is_read_from_its_beginning() throws IOException {
        append("one\ntwo\n");
        read();
        Files.writeString(path, "new\n");

        assertThat(read()).containsExactly("new");
    }

    @Test
    void a_file_that_was_truncated_and_has_grown_beyond_its_old_length_is_read_from_its_beginning() throws IOException {
        append("one\ntwo\n");
        read();
        Files.writeString(path, "quite another text\nand more\n");

        assertThat(read()).containsExactly("quite another text", "and more");
    }

    @Test
    void what_was_written_to_the_old_file_around_its_rotation_is_not_lost() throws IOException {
        append("one\n");
        read();
        append("two\n");
        Files.move(path, folder.resolve("feed.jsonl.1"));
        Files.writeString(folder.resolve("feed.jsonl.1"), "three\nunfinished", StandardOpenOption.APPEND);
        append("four\n");

        assertThat(read()).containsExactly("two", "three", "unfinished", "four");
    }

    @Test
    void a_file_that_is_replaced_by_a_longer_copy_of_itself_goes_on() throws IOException {
        append("one\n");
        follow(last());
        Files.writeString(folder.resolve("edited"), "one\ntwo\n");
        Files.move(folder.resolve("edited"), path, StandardCopyOption.REPLACE_EXISTING);

        assertThat(read()).containsExactly("two");
    }

    @Test
    void another_run_goes_on_behind_the_last_line() throws IOException {
        append("one\ntwo\nthr");
        follow(last());
        append("ee\nfour\n");

        assertThat(read()).containsExactly("three", "four");
    }

    @Test
    void another_run_finds_the_lines_that_were_rotated_away_meanwhile() throws IOException {
        append("one\ntwo\n");
        FileLine last = last();
        append("three\n");
        rotateTo("feed.jsonl.2", 1);
        append("four\n");
        rotateTo("feed.jsonl.1", 2);
        append("five\n");
        follow(last);

        assertThat(read()).containsExactly("three", "four", "five");
    }

    @Test
    void another_run_begins_anew_and_says_so_when_the_last_line_is_nowhere_to_be_found() throws IOException {
        append("one\ntwo\n");
        FileLine last = last();
        Files.delete(path);
        append("three\n");
        follow(last);

        assertThat(read()).containsExactly("three");
        assertThat(placeLost).isTrue();
    }

    @Test
    void a_line_that_is_too_long_for_the_broker_is_cut_and_the_next_one_is_whole() throws IOException {
        append("x".repeat(OpenFile.LONGEST_LINE + 10) + "\ntwo\n");
        List<String> lines = read();

        assertThat(lines.get(0)).hasSize(OpenFile.LONGEST_LINE);
        assertThat(lines.get(1)).isEqualTo("two");
        follow(given.get(0));
        assertThat(read()).containsExactly("two");
    }

    private FileLine last() throws IOException {
        read();
        return given.get(given.size() - 1);
    }

    private void follow(FileLine last) throws IOException {
        followed.close();
        followed = new FollowedFile(path, Optional.of(last), () -> placeLost = true);
    }

    private void append(String text) throws IOException {
        Files.writeString(path, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private void rotateTo(String name, int order) throws IOException {
        Path rotated = Files.move(path, folder.resolve(name));
        Files.setLastModifiedTime(rotated, FileTime.fromMillis(order * 60_000L));
    }

    /** Polls until nothing has come a few times, as a rotation takes more than one look. */
    private List<String> read() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int quiet = 0; quiet < 4; quiet++) {
            for (FileLine line : followed.poll()) {
                given.add(line);
                lines.add(new String(line.bytes(), StandardCharsets.UTF_8));
                quiet = 0;
            }
        }
        return lines;
    }
}
