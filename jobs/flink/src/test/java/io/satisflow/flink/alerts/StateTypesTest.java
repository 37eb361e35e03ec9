package io.satisflow.flink.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.satisflow.alerts.control.AlertControl;
import io.satisflow.alerts.group.GroupState;
import io.satisflow.alerts.group.MemberState;
import io.satisflow.alerts.lifecycle.Alert;
import io.satisflow.alerts.lifecycle.Observation;
import io.satisflow.alerts.lifecycle.Standing;
import io.satisflow.alerts.lifecycle.SubjectState;
import io.satisflow.alerts.notice.Notification;
import io.satisflow.alerts.notice.WordedAlert;
import io.satisflow.alerts.route.GroupKey;
import io.satisflow.drift.DriftState;
import io.satisflow.drift.Excursion;
import io.satisflow.drift.Reading;
import io.satisflow.drift.SeriesState;
import io.satisflow.drift.StepArrival;
import io.satisflow.drift.normal.NormalState;
import io.satisflow.drift.normal.WeekHistory;
import io.satisflow.drift.normal.WeekProfile;
import io.satisflow.drift.signal.DriftSignal;
import io.satisflow.drift.verbatim.AspectTexts;
import io.satisflow.drift.verbatim.CustomerText;
import io.satisflow.flink.delivery.Delivery;
import io.satisflow.flink.delivery.LedgerState;
import io.satisflow.flink.delivery.ToldState;
import io.satisflow.flink.drift.DriftArrival;
import io.satisflow.flink.drift.SegmentClockState;
import io.satisflow.flink.drift.WaitingStepsState;
import io.satisflow.flink.state.StateFormat;
import io.satisflow.flink.types.DomainTypes;
import io.satisflow.satisfaction.score.ScoreRow;
import io.satisflow.satisfaction.window.PaneSums;
import io.satisflow.segment.Segment;
import io.satisflow.sla.Milestone;
import io.satisflow.sla.clock.SlaEvent;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept in state must be restorable for ever. */
class StateTypesTest {

    /** What travels or is kept as it is; what is kept by the names of its fields needs no serializer. */
    @ParameterizedTest
    @ValueSource(
            classes = {SegmentClockState.class, EventTimers.class, RoutedAlert.class, ToldState.class, Delivery.class})
    void state_serializes_without_kryo(Class<?> type) {
        SerializerConfigImpl config = new SerializerConfigImpl();
        config.setGenericTypes(false);
        assertThatCode(() -> TypeInformation.of(type).createSerializer(config)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                SlaEvent.class,
                Milestone.class,
                ScoreRow.class,
                PaneSums.class,
                DriftSignal.class,
                DriftArrival.class,
                Observation.class,
                Alert.class,
                WordedAlert.class,
                Notification.class
            })
    void domain_records_travel_without_kryo(Class<? extends Record> type) {
        SerializerConfigImpl config = new SerializerConfigImpl();
        config.setGenericTypes(false);
        assertThatCode(() -> DomainTypes.of(type).createSerializer(config)).doesNotThrowAnyException();
    }

    /** A field that was added after a savepoint is restored as null or 0. */
    @ParameterizedTest
    @ValueSource(
            classes = {
                SeriesState.class,
                DriftState.class,
                Excursion.class,
                NormalState.class,
                WeekHistory.class,
                WeekProfile.class,
                MemberState.class,
                AlertControl.class,
                Reading.class,
                Segment.class,
                StepArrival.class,
                AspectTexts.class,
                CustomerText.class,
                SegmentClockState.class,
                WaitingStepsState.class,
                SubjectState.class,
                Standing.class,
                Observation.class,
                Alert.class,
                EventTimers.class,
                AlertGroupState.class,
                GroupState.class,
                GroupKey.class,
                LedgerState.class,
                WordedAlert.class,
                Notification.class
            })
    void state_tolerates_null_and_zero_in_every_field(Class<?> type) throws ReflectiveOperationException {
        Constructor<?> constructor = Arrays.stream(type.getDeclaredConstructors())
                .filter(each -> each.getParameterCount() == type.getRecordComponents().length)
                .findFirst()
                .orElseThrow();
        Object[] nothing = Arrays.stream(constructor.getParameterTypes())
                .map(StateTypesTest::nothing)
                .toArray();
        assertThat(constructor.newInstance(nothing)).isNotNull();
    }

    /** As an older savepoint without any of the fields would be read. */
    @ParameterizedTest
    @ValueSource(
            classes = {
                SeriesState.class,
                StepArrival.class,
                WaitingStepsState.class,
                AspectTexts.class,
                SubjectState.class,
                AlertGroupState.class
            })
    void state_by_names_is_read_without_any_of_its_fields(Class<? extends Record> type) {
        assertThat(new StateFormat<>(type).read(new byte[] {'{', '}'})).isNotNull();
    }

    @SuppressWarnings("NullAway") // Null is what is tested.
    private static Object nothing(Class<?> type) {
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
