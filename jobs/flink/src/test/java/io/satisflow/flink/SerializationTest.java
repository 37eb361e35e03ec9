package io.satisflow.flink;

import static org.assertj.core.api.Assertions.assertThatCode;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.satisflow.alerts.control.AlertControl;
import io.satisflow.drift.signal.DriftSignal;
import io.satisflow.flink.drift.DriftArrival;
import io.satisflow.flink.intake.RawArrival;
import io.satisflow.flink.types.DomainTypes;
import io.satisflow.ledger.DeadLetter;
import io.satisflow.ledger.RecordedFeedback;
import io.satisflow.ledger.RecordedTicketEvent;
import io.satisflow.ledger.ScoredFeedback;
import io.satisflow.satisfaction.score.ScoreRow;
import io.satisflow.satisfaction.window.PaneSums;
import io.satisflow.sla.Milestone;
import io.satisflow.sla.clock.SlaEvent;
import io.satisflow.sla.policy.AppliedPolicies;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Kryo would work today and refuse to restore tomorrow, so nothing that is kept or sent may need it. */
class SerializationTest {

    static Stream<Class<?>> kept() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.satisflow.flink")
                        .stream()
                        .filter(type -> type.getSimpleName().endsWith("State"))
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .map(JavaClass::reflect);
    }

    static Stream<Class<? extends Record>> sent() {
        return Stream.of(
                RawArrival.class,
                RecordedFeedback.class,
                RecordedTicketEvent.class,
                ScoredFeedback.class,
                AppliedPolicies.class,
                SlaEvent.class,
                Milestone.class,
                ScoreRow.class,
                PaneSums.class,
                DriftArrival.class,
                DriftSignal.class,
                DeadLetter.class,
                AlertControl.class);
    }

    @ParameterizedTest
    @MethodSource("sent")
    void travels_without_kryo(Class<? extends Record> type) {
        assertThatCode(() -> DomainTypes.of(type).createSerializer(withoutKryo()))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("kept")
    void is_kept_without_kryo(Class<?> type) {
        assertThatCode(() -> TypeInformation.of(type).createSerializer(withoutKryo()))
                .doesNotThrowAnyException();
    }

    private static SerializerConfigImpl withoutKryo() {
        SerializerConfigImpl config = new SerializerConfigImpl();
        config.setGenericTypes(false);
        return config;
    }
}
