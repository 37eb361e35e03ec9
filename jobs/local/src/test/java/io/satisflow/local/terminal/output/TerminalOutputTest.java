package io.satisflow.local.terminal.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import org.junit.jupiter.api.Test;

class TerminalOutputTest {
    private static final String TITLE = "\u001b]0;owned\u0007";
    private static final String COLOUR = "\u009b31m";
    private static final String TURNED = "\u202egnp.exe";

    @Test
    void nothing_that_steers_a_terminal_gets_through_and_what_it_was_can_be_seen() {
        assertThat(written("ticket " + TITLE + COLOUR + TURNED + "\rforged", true))
                .isEqualTo("ticket \\u001b]0;owned\\u0007\\u009b31m\\u202egnp.exe\\u000dforged");
    }

    @Test
    void lines_tabs_emoji_and_all_writings_stay_as_they_are() {
        String text = "一行\t两列\nÜmläut عربي 👩‍👧\n";

        assertThat(written(text, true)).isEqualTo(text);
        assertThat(written("one\r\ntwo", true)).isEqualTo("one\ntwo");
    }

    @Test
    void files_and_pipes_keep_marks_of_direction_and_lose_escape_sequences() {
        assertThat(written("\u200fعربي\r\n" + TITLE, false)).isEqualTo("\u200fعربي\r\n\\u001b]0;owned\\u0007");
    }

    @Test
    void json_that_was_made_safe_is_the_same_json() {
        assertThat(written("{\"subject\":\"" + TURNED + "\"}", true)).isEqualTo("{\"subject\":\"\\u202egnp.exe\"}");
    }

    @Test
    void why_writing_failed_is_remembered() {
        TerminalWriter full = new TerminalWriter(
                new Writer() {
                    @Override
                    public void write(char[] letters, int offset, int length) throws IOException {
                        throw new IOException("No space left on device");
                    }

                    @Override
                    public void flush() {}

                    @Override
                    public void close() {}
                },
                () -> false);
        new PrintWriter(full, true).println("lost");

        assertThat(full.failure()).get().extracting(Throwable::getMessage).isEqualTo("No space left on device");
    }

    private static String written(String text, boolean isTerminal) {
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(new TerminalWriter(out, () -> isTerminal));
        writer.print(text);
        writer.flush();
        return out.toString();
    }
}
