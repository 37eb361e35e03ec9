package io.satisflow.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaValidator;
import org.apache.avro.SchemaValidatorBuilder;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What was written by an earlier release can be read by this one, and the other way round, so that readers and writers
 * can be upgraded in any order. {@code schemas/src/test/released/<version>/<Name>.avsc} holds the schemas as they were released;
 * they are never edited.
 */
class SchemaCompatibilityTest {
    private static final Path RELEASED = Path.of("schemas/src/test/released");

    static Stream<Path> released() throws IOException {
        try (Stream<Path> files = Files.walk(RELEASED)) {
            List<Path> schemas = files.filter(file -> file.toString().endsWith(".avsc"))
                    .sorted()
                    .toList();
            assertThat(schemas).isNotEmpty();
            return schemas.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("released")
    void old_and_new_records_can_be_read_by_each_other(Path file) throws Exception {
        Schema then = new Schema.Parser().parse(file.toFile());
        Schema now = SpecificData.get().getSchema(Class.forName(then.getFullName()));
        SchemaValidator mutualRead =
                new SchemaValidatorBuilder().mutualReadStrategy().validateLatest();

        assertThatCode(() -> mutualRead.validate(now, List.of(then))).doesNotThrowAnyException();
    }
}
