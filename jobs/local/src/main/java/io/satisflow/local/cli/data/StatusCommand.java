package io.satisflow.local.cli.data;

import io.satisflow.flink.io.KafkaConnection;
import io.satisflow.flink.io.Topic;
import io.satisflow.flink.io.WireFormat;
import io.satisflow.local.cli.option.EngineAddress;
import io.satisflow.local.cli.option.LanguageOption;
import io.satisflow.local.speech.Catalogue;
import io.satisflow.local.terminal.VisibleText;
import io.satisflow.local.terminal.panel.Columns;
import io.satisflow.local.topics.RecordCount;
import io.satisflow.local.topics.TopicTail;
import io.satisflow.wire.DeadLetter;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code status}: how a running engine is, from another terminal. */
@Command(
        mixinStandardHelpOptions = true,
        name = "status",
        header = "How a running engine is: what is written, how far time is behind, what was refused last.",
        description = {
            "Ends with 1 when a topic's event time stands more than two minutes behind the wall clock: the job that writes",
            "it is stopped, waits for an input, or cannot keep up. Records are counted for ten seconds at most; where there",
            "may be more, it says so."
        },
        footer = {"", "Example:", "  ./satisflow status --dir live"})
public final class StatusCommand implements Callable<Integer> {
    private static final Duration BEHIND = Duration.ofMinutes(2);
    private static final int LAST_REFUSALS = 3;
    private static final Duration COUNTED_IN = Duration.ofSeconds(10);
    private static final long MOST_COUNTED = 2_000_000;
    private static final int COUNT = 18;
    private static final List<Topic> WRITTEN = List.of(
            Topic.FEEDBACK,
            Topic.TICKET_EVENTS,
            Topic.SCORED_FEEDBACK,
            Topic.SLA_EVENTS,
            Topic.SATISFACTION_NOW,
            Topic.ALERTS,
            Topic.NOTIFICATIONS,
            Topic.DEAD_LETTERS);

    @Spec
    private CommandSpec spec;

    @Mixin
    private EngineAddress engine;

    @Mixin
    private LanguageOption.OfOutput language;

    @Override
    public Integer call() throws IOException {
        KafkaConnection kafka = engine.kafka(engine.settings());
        Instant now = Instant.now();
        PrintWriter out = spec.commandLine().getOut();
        Catalogue words = Catalogue.in(language.locale());
        out.println(words.say("status.header"));
        Map<String, RecordCount.Count> counts = new RecordCount(kafka.properties(), COUNTED_IN, MOST_COUNTED)
                .of(WRITTEN.stream().map(kafka.names()::of).toList());
        boolean behind = false;
        for (Topic topic : WRITTEN) {
            TopicTail.Tail tail = engine.tail(kafka, topic, LAST_REFUSALS);
            RecordCount.Count count =
                    Objects.requireNonNull(counts.get(kafka.names().of(topic)));
            out.printf(
                    "%-20s %s  %s%n",
                    topic.shortName(), Columns.right(text(count, words), COUNT), time(tail, now, words));
            behind |= tail.writtenUpTo()
                    .map(time -> time.plus(BEHIND).isBefore(now))
                    .orElse(true);
            if (topic == Topic.DEAD_LETTERS) {
                refusals(tail, kafka.reading(DeadLetter.class), out, words);
            }
        }
        if (behind) {
            out.println(words.say("status.behind"));
        }
        return behind ? 1 : 0;
    }

    private static String text(RecordCount.Count count, Catalogue words) {
        String records = String.format(Locale.ROOT, "%,d", count.records());
        return count.whole() ? records : words.say("status.or.more", records);
    }

    private static String time(TopicTail.Tail tail, Instant now, Catalogue words) {
        return tail.writtenUpTo()
                .map(time -> words.say(
                        "status.time",
                        time.truncatedTo(ChronoUnit.SECONDS),
                        text(Duration.between(time, now).truncatedTo(ChronoUnit.SECONDS))))
                .orElseGet(() -> words.say("status.unknown"));
    }

    private static String text(Duration behind) {
        return behind.isNegative() ? "0s" : behind.toString().substring(2).toLowerCase(Locale.ROOT);
    }

    private static void refusals(TopicTail.Tail tail, WireFormat<DeadLetter> format, PrintWriter out, Catalogue words) {
        tail.records().forEach(record -> {
            DeadLetter letter = format.decode(record.value());
            out.println(words.say(
                    "status.refused", letter.getChannel(), letter.getReason(), VisibleText.of(letter.getMessage())));
        });
    }
}
