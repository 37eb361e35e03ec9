package io.satisflow.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaValidator;
import org.apache.avro.SchemaValidatorBuilder;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What was written by an earlier release can be read by this one, and the other way round, so that readers and writers
 * can be upgraded in any order. {@code schemas/src/main/resources/io/satisflow/wire/released/<version>/<Name>.avsc} holds the
 * schemas as they were released; they are never edited.
 */
class SchemaCompatibilityTest {
    private static final Path RELEASED = Path.of("schemas/src/main/resources/io/satisflow/wire/released");

    static Stream<Schema> released() {
        return ReleasedSchemas.all().stream();
    }

    @ParameterizedTest
    @MethodSource("released")
    void old_and_new_records_can_be_read_by_each_other(Schema then) throws Exception {
        Schema now = SpecificData.get().getSchema(Class.forName(then.getFullName()));
        SchemaValidator mutualRead =
                new SchemaValidatorBuilder().mutualReadStrategy().validateLatest();

        assertThatCode(() -> mutualRead.validate(now, List.of(then))).doesNotThrowAnyException();
    }

    /** At a release, schemas that have changed are copied, whole, into a folder of its version and named in index.txt. */
    @ParameterizedTest
    @ValueSource(
            classes = {
                Feedback.class,
                TicketEvent.class,
                SlaEvent.class,
                DeadLetter.class,
                ScoredFeedback.class,
                SatisfactionRow.class,
                SatisfactionPane.class,
                AlertControl.class,
                Alert.class,
                DriftSignal.class,
                Notification.class,
                PolicyVersion.class,
                TimelineMark.class,
                WallLink.class
            })
    void every_record_type_has_been_released(Class<?> type) {
        assertThat(ReleasedSchemas.of(type.getName())).isNotEmpty();
    }

    @Test
    void the_index_names_every_file() throws IOException {
        try (Stream<Path> files = Files.walk(RELEASED)) {
            assertThat(files.filter(file -> file.toString().endsWith(".avsc"))
                            .map(file -> RELEASED.relativize(file).toString().replace('\\', '/'))
                            .sorted()
                            .collect(Collectors.joining("\n", "", "\n")))
                    .isEqualTo(Files.readString(RELEASED.resolve("index.txt")));
        }
    }
}
