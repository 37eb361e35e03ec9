package io.satisflow.flink.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.satisflow.alerts.control.AlertControl;
import io.satisflow.alerts.notice.Notification;
import io.satisflow.flink.delivery.LedgerState;
import io.satisflow.sla.policy.AppliedPolicies;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A field that was added after a savepoint is restored as null or 0, in any record of state of any pipeline. */
class KeptStateTest {

    static Stream<Class<?>> states() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.satisflow.flink")
                        .stream()
                        .filter(type -> type.getSimpleName().endsWith("State"))
                        .map(JavaClass::reflect);
    }

    @ParameterizedTest
    @MethodSource("states")
    void a_state_of_nothing_but_null_and_zero_is_made(Class<?> type) {
        assertThatCode(() -> ofNothing(type)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("states")
    void a_state_of_nothing_but_null_and_zero_is_kept_and_read_back(Class<?> type) throws Exception {
        assertThat(keptAndRead(ofNothing(type))).usingRecursiveComparison().isEqualTo(ofNothing(type));
    }

    @ParameterizedTest
    @ValueSource(classes = {AppliedPolicies.class, AlertControl.class, Notification.class, LedgerState.class})
    void what_is_kept_by_names_is_read_without_any_of_its_fields(Class<? extends Record> type) {
        assertThat(new StateFormat<>(type).read(new byte[] {'{', '}'})).isNotNull();
    }

    private static <T> T keptAndRead(T state) throws Exception {
        SerializerConfigImpl withoutKryo = new SerializerConfigImpl();
        withoutKryo.setGenericTypes(false);
        @SuppressWarnings("unchecked")
        TypeSerializer<T> serializer =
                (TypeSerializer<T>) TypeInformation.of(state.getClass()).createSerializer(withoutKryo);
        DataOutputSerializer out = new DataOutputSerializer(64);
        serializer.serialize(state, out);
        return serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));
    }

    private static Object ofNothing(Class<?> type) throws ReflectiveOperationException {
        Class<?>[] parameters = Arrays.stream(type.getRecordComponents())
                .map(component -> component.getType())
                .toArray(Class<?>[]::new);
        Constructor<?> constructor = type.getDeclaredConstructor(parameters);
        return constructor.newInstance(
                Arrays.stream(parameters).map(KeptStateTest::nothing).toArray());
    }

    private static @Nullable Object nothing(Class<?> type) {
        if (type == long.class) {
            return 0L;
        }
        if (type == int.class) {
            return 0;
        }
        if (type == double.class) {
            return 0.0;
        }
        return type == boolean.class ? false : null;
    }
}
