package io.satisflow.drift.verbatim;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.drift.detector.Direction;
import io.satisflow.drift.signal.DriftPhase;
import io.satisflow.drift.signal.DriftSignal;
import io.satisflow.drift.signal.Driver;
import io.satisflow.drift.signal.SpokenAspect;
import io.satisflow.segment.Segment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvidenceTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant TEN = NINE.plusSeconds(3600);

    private final Map<String, AspectTexts> rows = new TreeMap<>();

    @Test
    void the_texts_that_show_a_drop_are_the_lowest_in_any_order_of_arrival() {
        List<CustomerText> texts = IntStream.range(0, 20)
                .mapToObj(i -> text(i, (i * 7 % 20) / 10.0 - 1, List.of()))
                .toList();
        AspectTexts forward = AspectTexts.upTo(TEN, AspectTexts.ANY);
        AspectTexts backward = forward;
        for (int i = 0; i < 20; i++) {
            forward = forward.with(texts.get(i));
            backward = backward.with(texts.get(19 - i));
        }
        assertThat(backward.lowest()).isEqualTo(forward.lowest());
        assertThat(backward.highest()).isEqualTo(forward.highest());
        assertThat(Evidence.shown(signal("csat", Direction.DOWN), List.of(forward))
                        .verbatims())
                .hasSize(5)
                .first()
                .isEqualTo("text 0");
    }

    @Test
    void texts_put_together_in_any_groups_are_the_same() {
        Random random = new Random(3);
        List<CustomerText> texts = IntStream.range(0, 60)
                .mapToObj(i -> text(i, random.nextInt(40) / 20.0 - 1 + 1e-7 * i, List.of()))
                .toList();
        AspectTexts one =
                texts.stream().reduce(AspectTexts.upTo(TEN, AspectTexts.ANY), AspectTexts::with, AspectTexts::with);
        for (int turn = 0; turn < 100; turn++) {
            List<AspectTexts> groups = new ArrayList<>(Collections.nCopies(4, AspectTexts.upTo(TEN, AspectTexts.ANY)));
            texts.forEach(text -> {
                int group = random.nextInt(4);
                groups.set(group, groups.get(group).with(text));
            });
            Collections.shuffle(groups, random);
            assertThat(groups.stream().reduce(AspectTexts::with)).contains(one);
        }
    }

    @Test
    void of_a_customer_who_changed_the_text_the_later_word_is_quoted() {
        CustomerText first = text(1, -0.9, List.of());
        keep(first);
        keep(new CustomerText("id1", first.knownAt().plusSeconds(9), -0.8, "said later", List.of(), List.of()));
        assertThat(Evidence.shown(signal("csat", Direction.DOWN), rows.values()).verbatims())
                .containsExactly("said later");
    }

    @Test
    void where_more_is_worse_a_rise_is_shown_by_the_lowest_texts() {
        List<CustomerText> texts = new ArrayList<>();
        texts.add(text(1, -0.8, List.of()));
        texts.add(text(2, 0.9, List.of()));
        texts.forEach(this::keep);
        assertThat(Evidence.shown(signal("sla_breaches", Direction.UP), rows.values())
                        .verbatims())
                .containsExactly("text 2", "text 1");
        assertThat(Evidence.shown(signal("first_reply_time", Direction.UP), rows.values())
                        .verbatims())
                .containsExactly("text 1", "text 2");
    }

    @Test
    void two_texts_on_an_aspect_are_chance_and_three_are_told() {
        keep(text(1, -0.8, List.of("delivery")));
        keep(text(2, -0.8, List.of("delivery")));
        assertThat(Evidence.shown(signal("csat", Direction.DOWN), rows.values()).aspects())
                .isEmpty();
        keep(text(3, -0.8, List.of("delivery")));
        keep(text(4, -0.1, List.of("app")));
        assertThat(Evidence.shown(signal("csat", Direction.DOWN), rows.values()).aspects())
                .extracting(SpokenAspect::name)
                .containsExactly("delivery");
    }

    private void keep(CustomerText text) {
        for (String aspect : text.aspects()) {
            rows.merge(aspect, AspectTexts.upTo(TEN, aspect).with(text), (known, one) -> known.with(text));
        }
        rows.merge(
                AspectTexts.ANY, AspectTexts.upTo(TEN, AspectTexts.ANY).with(text), (known, one) -> known.with(text));
    }

    private static CustomerText text(int i, double score, List<String> aspects) {
        return new CustomerText("id" + i, NINE.plusSeconds(i), score, "text " + i, List.of(), aspects);
    }

    private static DriftSignal signal(String metric, Direction direction) {
        return new DriftSignal(
                "id",
                Segment.ALL,
                metric,
                DriftPhase.DRIFTED,
                TEN,
                direction,
                80,
                70,
                65,
                75,
                NINE,
                50,
                0.99,
                "cusum-2",
                List.of(new Driver("channel", "channel=app", -10, 0)),
                List.of());
    }
}
