package io.satisflow.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/**
 * The schemas that records may have been written by, of this release and earlier ones. A record says by which schema it was
 * written, and only who has that schema can read it: topics outlive releases.
 */
public final class ReleasedSchemas {
    private static final String FOLDER = "released/";
    private static final List<Schema> ALL = readAll();

    private ReleasedSchemas() {}

    /** Of a record of that name, oldest release first. */
    public static List<Schema> of(String fullName) {
        return ALL.stream()
                .filter(schema -> schema.getFullName().equals(fullName))
                .collect(Collectors.toList());
    }

    /** Of all records. */
    public static List<Schema> all() {
        return ALL;
    }

    private static List<Schema> readAll() {
        return Stream.of(text("index.txt").split("\n"))
                .filter(name -> !name.isEmpty())
                .sorted()
                // Each with a parser of its own: they define the same names.
                .map(name -> new Schema.Parser().parse(text(name)))
                .collect(Collectors.toList());
    }

    private static String text(String name) {
        try (InputStream in = ReleasedSchemas.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("The released schema " + name + " is missing; build the project anew");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
