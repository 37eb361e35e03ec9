package io.satisflow.channel.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SupportThreadsTest {
    private static final String HEADER =
            "tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id\n";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void rows_come_by_time_and_then_by_id_as_a_number() throws IOException {
        assertThat(fed("""
                11,c,True,2017-10-31 10:00:00+00:00,b,,
                9,c,True,2017-10-31 10:00:00+00:00,a,,
                2,c,True,2017-10-31 11:00:00+01:00,same moment,,
                1,c,True,2017-10-31 12:00:00+00:00,last,,
                """)).extracting(row -> row.path("tweet_id").asText()).containsExactly("2", "9", "11", "1");
    }

    @Test
    void a_thread_is_a_ticket_of_its_first_customer() throws IOException {
        List<JsonNode> fed = fed("""
                4,shop,False,2017-10-31 10:03:00+00:00,sorry,,3.0
                3,eve,True,2017-10-31 10:02:00+00:00,me too,,2.0
                2,shop,False,2017-10-31 10:01:00+00:00,hello,,1.0
                1,ana,True,2017-10-31 10:00:00+00:00,"it is
                broken",2,
                5,ana,True,2017-10-31 10:04:00+00:00,thanks,,4.0
                """);

        assertThat(fed)
                .extracting(row -> row.path("role").asText())
                .containsExactly("opening", "agent", "bystander", "agent", "customer");
        assertThat(fed).allSatisfy(row -> {
            assertThat(row.path("thread_id").asText()).isEqualTo("1");
            assertThat(row.path("opened_by").asText()).isEqualTo("customer");
            assertThat(row.path("brand").asText()).isEqualTo("shop");
        });
        assertThat(fed.get(0).path("text").asText()).isEqualTo("it is\nbroken");
        assertThat(fed.get(0).path("row").asInt()).isEqualTo(4);
    }

    @Test
    void a_thread_that_the_brand_opens_is_the_ticket_of_the_first_who_answers() throws IOException {
        List<JsonNode> fed = fed("""
                1,shop,False,2017-10-31 10:00:00+00:00,how was it?,,
                2,ana,True,2017-10-31 10:01:00+00:00,bad,,1.0
                3,eve,True,2017-10-31 10:02:00+00:00,good,,1.0
                """);

        assertThat(fed)
                .extracting(row -> row.path("role").asText())
                .containsExactly("opening", "customer", "bystander");
        assertThat(fed.get(0).path("opened_by").asText()).isEqualTo("agent");
    }

    @Test
    void the_earliest_ancestor_there_is_stands_in_for_a_missing_parent() throws IOException {
        assertThat(fed("""
                7,shop,False,2017-10-31 10:01:00+00:00,hello,,6.0
                6,ana,True,2017-10-31 10:00:00+00:00,again,,5.0
                """))
                .allSatisfy(row -> assertThat(row.path("thread_id").asText()).isEqualTo("6"));
    }

    @Test
    void an_unanswered_thread_has_no_brand() throws IOException {
        assertThat(fed("1,ana,True,2017-10-31 10:00:00+00:00,anyone?,,\n")
                        .get(0)
                        .has("brand"))
                .isFalse();
    }

    @Test
    void a_circle_of_answers_ends_at_its_earliest_tweet() throws IOException {
        assertThat(fed("""
                1,ana,True,2017-10-31 10:03:00+00:00,a,,3.0
                2,ana,True,2017-10-31 10:01:00+00:00,b,,1.0
                3,ana,True,2017-10-31 10:02:00+00:00,c,,2.0
                4,ana,True,2017-10-31 10:04:00+00:00,hangs on to it,,3.0
                5,ana,True,2017-10-31 10:05:00+00:00,answers itself,,5.0
                """)).extracting(row -> row.path("thread_id").asText()).containsExactly("2", "2", "2", "2", "5");
    }

    @Test
    void rows_without_a_time_come_last_as_they_are() throws IOException {
        List<JsonNode> fed = fed("""
                3,,,,,,
                1,ana,True,soon,a,,
                2,ana,True,2017-10-31 10:00:00+00:00,b,,
                3,ana,True,2017-10-31 10:01:00+00:00,c,,2.0
                4
                """);

        assertThat(fed).extracting(row -> row.path("row").asInt()).containsExactly(3, 4, 1, 2, 5);
        assertThat(fed.get(2).has("thread_id")).isFalse();
        assertThat(fed.get(1).path("thread_id").asText()).isEqualTo("2");
    }

    @Test
    void the_order_of_the_file_does_not_matter() throws IOException {
        List<ThreadRow> rows = new ArrayList<>(rows("""
                1,ana,True,2017-10-31 10:00:00+00:00,a,,
                2,shop,False,2017-10-31 10:01:00+00:00,b,,1.0
                3,eve,True,2017-10-31 10:01:00+00:00,c,,2.0
                4,ana,True,2017-10-31 10:02:00+00:00,d,,3.0
                """));
        List<FedRow> fed = SupportThreads.fed(rows);

        Collections.shuffle(rows, new Random(1));
        assertThat(SupportThreads.fed(rows)).isEqualTo(fed);
    }

    @Test
    void a_long_thread_is_followed_to_its_root() throws IOException {
        StringBuilder csv = new StringBuilder();
        for (int id = 1; id <= 20_000; id++) {
            csv.append("%d,ana,True,2017-10-31 10:00:00+00:00,a,,%s%n".formatted(id, id == 1 ? "" : id - 1 + ".0"));
        }

        assertThat(fed(csv.toString()))
                .allSatisfy(row -> assertThat(row.path("thread_id").asText()).isEqualTo("1"));
    }

    @Test
    void another_table_is_refused() {
        assertThatThrownBy(() -> SupportThreadsCsv.read(new StringReader("id,text\n1,a\n")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("tweet_id");
    }

    @Test
    void a_table_that_ends_within_quotes_is_refused() {
        assertThatThrownBy(() -> rows("1,ana,True,\"2017"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot be read");
    }

    private static List<ThreadRow> rows(String csv) throws IOException {
        return SupportThreadsCsv.read(new StringReader(HEADER + csv));
    }

    private static List<JsonNode> fed(String csv) throws IOException {
        List<JsonNode> fed = new ArrayList<>();
        for (FedRow row : SupportThreads.fed(rows(csv))) {
            fed.add(JSON.readTree(row.json()));
        }
        return fed;
    }
}
