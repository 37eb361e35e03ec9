package io.satisflow.wall.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangesTest {
    private final Changes changes = new Changes();

    @Test
    void whoComesNewHearsTheNewestValueOfEachKeyInTheOrderOfChange() {
        changes.put("a", "score", "1");
        changes.put("b", "clock", "2");
        changes.put("a", "score", "3");

        assertThat(text(unseen(0)))
                .containsSubsequence("event: clock\ndata: 2\n", "event: score\ndata: 3\n")
                .doesNotContain("data: 1");
    }

    @Test
    void whoGoesOnHearsOnlyWhatIsNew() {
        changes.put("a", "score", "1");
        Frame first = unseen(0).orElseThrow();
        assertThat(unseen(first.end())).isEmpty();

        changes.put("b", "score", "2");

        assertThat(text(unseen(first.end()))).contains("data: 2").doesNotContain("data: 1");
    }

    @Test
    void theIdOfAnEventIsWhereToGoOn() {
        changes.put("a", "score", "1");
        String id = idOf(text(unseen(0)));
        changes.put("a", "score", "2");

        assertThat(text(unseen(changes.cursorAfter(id)))).contains("data: 2");
        assertThat(unseen(changes.cursorAfter(idOf(text(unseen(0)))))).isEmpty();
    }

    @Test
    void anIdOfAnotherInstanceOrNonsenseMeansTheBeginning() {
        changes.put("a", "score", "1");

        assertThat(changes.cursorAfter(null)).isZero();
        assertThat(changes.cursorAfter("ffffffff-12")).isZero();
        assertThat(changes.cursorAfter(idOf(text(unseen(0))).replaceFirst("-.*", "-x")))
                .isZero();
        assertThat(new Changes().cursorAfter(idOf(text(unseen(0))))).isZero();
    }

    @Test
    void whatIsKeptGrowsWithTheKeysAndNotWithTheChanges() {
        for (int i = 0; i < 10_000; i++) {
            changes.put("key " + i % 7, "score", String.valueOf(i));
        }

        assertThat(changes.size()).isEqualTo(7);
        assertThat(changes.total()).isEqualTo(10_000);
    }

    @Test
    void muchComesInPartsThatMakeTheWhole() {
        String big = '"' + "x".repeat(20_000) + '"';
        for (int i = 0; i < 10; i++) {
            changes.put("key " + i, "score", big.replaceFirst("x", String.valueOf(i)));
        }

        long cursor = 0;
        int parts = 0;
        StringBuilder all = new StringBuilder();
        for (Optional<Frame> frame = unseen(cursor); frame.isPresent(); frame = unseen(cursor)) {
            cursor = frame.get().end();
            all.append(text(frame));
            parts++;
        }

        assertThat(parts).isGreaterThan(1);
        for (int i = 0; i < 10; i++) {
            assertThat(all).contains("data: \"" + i + "xx");
        }
    }

    @Test
    void allWhoAreToldUpToOnePlaceShareTheBytesAndStayTogether() {
        changes.put("a", "score", "1");
        Frame first = changes.frameAfter(0, 1).orElseThrow();
        changes.put("b", "score", "2");

        assertThat(changes.frameAfter(0, 1).orElseThrow().bytes()).isSameAs(first.bytes());
        assertThat(first.end()).isEqualTo(1);
    }

    @Test
    void whatHasBeenOvertakenIsPassedOver() {
        changes.put("a", "score", "1");
        changes.put("a", "score", "2");

        Frame frame = changes.frameAfter(0, 1).orElseThrow();

        assertThat(frame.bytes()).isEmpty();
        assertThat(frame.end()).isEqualTo(1);
    }

    private Optional<Frame> unseen(long cursor) {
        return changes.frameAfter(cursor, changes.total());
    }

    private static String text(Optional<Frame> frame) {
        return new String(frame.orElseThrow().bytes(), StandardCharsets.UTF_8);
    }

    private static String idOf(String frame) {
        return frame.lines()
                .filter(line -> line.startsWith("id: "))
                .reduce((one, other) -> other)
                .orElseThrow()
                .substring(4);
    }
}
