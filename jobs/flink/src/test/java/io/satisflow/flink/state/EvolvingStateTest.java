package io.satisflow.flink.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the rules of state records promise, tried on two releases of the same record. */
class EvolvingStateTest {
    private static final String BEFORE = """
            package kept;

            import java.util.List;

            public record SampleState(String name, long gone, Colour colour, Inner inner, List<Inner> all) {
                public enum Colour { RED }

                public record Inner(int count) {}

                public static SampleState sample() {
                    return new SampleState("n", 7, Colour.RED, new Inner(3), List.of(new Inner(4)));
                }
            }
            """;
    private static final String AFTER = """
            package kept;

            import java.util.List;

            public record SampleState(
                    String name, Colour colour, Inner inner, List<Inner> all, String added, List<String> more, int zero) {
                public enum Colour { RED, GREEN }

                public record Inner(int count, String unit) {}

                public SampleState {
                    more = more == null ? List.of() : more;
                }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void fields_nested_fields_and_constants_may_be_added_and_fields_may_go() throws Exception {
        DataOutputSerializer savepoint = new DataOutputSerializer(256);
        try (URLClassLoader before = release("before", BEFORE)) {
            Class<?> type = before.loadClass("kept.SampleState");
            Method sample = type.getMethod("sample");
            write(sample.invoke(null), type, savepoint);
        }

        try (URLClassLoader after = release("after", AFTER)) {
            Object restored = restored(savepoint.getCopyOfBuffer(), after);
            assertThat(restored)
                    .hasToString("SampleState[name=n, colour=RED, inner=Inner[count=3, unit=null],"
                            + " all=[Inner[count=4, unit=null]], added=null, more=[], zero=0]");
        }
    }

    private static <T> void write(Object state, Class<T> type, DataOutputSerializer savepoint) throws IOException {
        TypeSerializer<T> serializer = serializer(type);
        TypeSerializerSnapshot.writeVersionedSnapshot(savepoint, serializer.snapshotConfiguration());
        serializer.serialize(type.cast(state), savepoint);
    }

    private static Object restored(byte[] savepoint, ClassLoader release) throws Exception {
        DataInputDeserializer in = new DataInputDeserializer(savepoint);
        TypeSerializerSnapshot<Object> written = TypeSerializerSnapshot.readVersionedSnapshot(in, release);
        @SuppressWarnings("unchecked")
        TypeSerializer<Object> present = (TypeSerializer<Object>) serializer(release.loadClass("kept.SampleState"));
        TypeSerializerSchemaCompatibility<Object> compatibility =
                present.snapshotConfiguration().resolveSchemaCompatibility(written);
        assertThat(compatibility.isIncompatible()).isFalse();
        return written.restoreSerializer().deserialize(in);
    }

    private static <T> TypeSerializer<T> serializer(Class<T> type) {
        SerializerConfigImpl withoutKryo = new SerializerConfigImpl();
        withoutKryo.setGenericTypes(false);
        return TypeInformation.of(type).createSerializer(withoutKryo);
    }

    private URLClassLoader release(String name, String source) throws IOException {
        Path classes = Files.createDirectories(folder.resolve(name));
        Path file = Files.createDirectories(folder.resolve(name + "-sources")).resolve("SampleState.java");
        Files.writeString(file, source);
        List<String> arguments = new ArrayList<>(List.of("-d", classes.toString(), file.toString()));
        int failures = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(failures).isZero();
        return new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader());
    }
}
