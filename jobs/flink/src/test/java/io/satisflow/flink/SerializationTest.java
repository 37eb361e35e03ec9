package io.satisflow.flink;

import static org.assertj.core.api.Assertions.assertThatCode;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.satisflow.flink.intake.RawArrival;
import io.satisflow.flink.io.Outgoing;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Kryo would work today and refuse to restore tomorrow, so nothing that is kept or sent may need it. */
class SerializationTest {

    static Stream<Class<?>> keptOrSent() {
        Stream<Class<?>> states = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.satisflow.flink")
                        .stream()
                        .filter(type -> type.getSimpleName().endsWith("State"))
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .map(JavaClass::reflect);
        Stream<Class<?>> records = new ClassFileImporter()
                .importPackages("io.satisflow.wire").stream()
                        .filter(type -> type.isAssignableTo(SpecificRecordBase.class))
                        .map(JavaClass::reflect);
        return Stream.of(states, records, Stream.of(RawArrival.class, Outgoing.class))
                .flatMap(types -> types);
    }

    @ParameterizedTest
    @MethodSource("keptOrSent")
    void serializes_without_kryo(Class<?> type) {
        SerializerConfigImpl withoutKryo = new SerializerConfigImpl();
        withoutKryo.setGenericTypes(false);

        assertThatCode(() -> TypeInformation.of(type).createSerializer(withoutKryo))
                .doesNotThrowAnyException();
    }
}
