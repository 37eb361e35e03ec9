package io.satisflow.flink.courier;

import io.satisflow.hook.content.Message;
import io.satisflow.hook.content.MessageAlert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Messages of every kind, harmless and hostile. */
public final class SampleMessages {
    public static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    /** What a customer may write, or an agent may name a team. */
    public static final String HOSTILE =
            "<!channel> <!here|x> <@U123> <#C1> @all @everyone @here @channel @所有人 <at id=all></at> <users/all> <font"
                    + " color=\"warning\">x</font> [click](javascript:alert(1)) ![i](http://x/y.png) *b* _i_ `c` ~s~ # h"
                    + " <b>x</b><script>alert(1)</script> \"},{\"type\":\"header\"}] \\ \u202Eesrever\u202C"
                    + " \u001B[31mred\u001B[0m \u009B2J a\r\n"
                    + "X-Injected: yes\r\n\r\n"
                    + "2026-03-02 ERROR forged \u0000 \uD800 end";

    private SampleMessages() {}

    public static MessageAlert alert(String id, String state, String severity, String summary, String description) {
        @Nullable Instant ended = state.equals("resolved") ? NINE.plusSeconds(600) : null;
        return new MessageAlert(
                id,
                "score drift",
                "csat of channel=app",
                state,
                NINE,
                ended,
                severity,
                new TreeMap<>(Map.of("severity", severity, "channel", "app", "attributes.size", "L", "kind", "score")),
                new TreeMap<>(Map.of(
                        "summary",
                        summary,
                        "description",
                        description,
                        "url",
                        "https://satisflow.example.com/?segment=channel%3Dapp&at=2026-03-02T09:00:00Z",
                        "ticket_url",
                        "https://help.example.com/tickets/1(a)|b")));
    }

    public static Message message(
            String id, Message.Kind kind, String reason, String language, List<MessageAlert> alerts) {
        boolean chinese = language.equals("zh-CN");
        return new Message(
                id,
                kind,
                NINE,
                "ops",
                Map.of("team", "billing"),
                reason,
                language,
                chinese ? "【严重】渠道 app 的满意率从 88 降至 61" : "[critical] CSAT of channel app fell from 88 to 61",
                alerts,
                0,
                Map.of(),
                "https://satisflow.example.com",
                null);
    }

    public static Message firing(String language) {
        boolean chinese = language.equals("zh-CN");
        String summary = chinese ? "渠道 app 的满意率从 88 降至 61" : "CSAT of channel app fell from 88 to 61";
        String description = chinese
                ? "开始时间：2026-03-02 07:00:00 UTC\n目前在 55 与 67 之间，样本数 120\n主要来源：delivery -19\n客户原话：\n“包裹三天没动了”"
                : "Since: 2026-03-02 07:00:00 UTC\n"
                        + "Now between 55 and 67, by 120 answers\n"
                        + "Moved by: delivery -19\n"
                        + "Customers say:\n"
                        + "“My parcel has not moved for three days”";
        return message(
                "n1",
                Message.Kind.ALERT,
                "first",
                language,
                List.of(alert("a1", "firing", "critical", summary, description)));
    }

    public static Message hostile(String language) {
        String verbatim = "Customers say:\n" + HOSTILE + "\n" + HOSTILE.repeat(10_000 / HOSTILE.length() + 1);
        MessageAlert alert = alert("a1", "firing", "critical", HOSTILE, verbatim);
        Message plain = message("n1", Message.Kind.ALERT, "first", language, List.of(alert, alert));
        return new Message(
                plain.id(),
                plain.kind(),
                plain.at(),
                plain.receiver(),
                Map.of("team", HOSTILE),
                "first",
                language,
                HOSTILE,
                plain.alerts(),
                0,
                Map.of(),
                plain.externalUrl(),
                null);
    }

    public static List<MessageAlert> many(int count, String language) {
        return IntStream.range(0, count)
                .mapToObj(i -> alert(
                        "a" + i,
                        i % 7 == 6 ? "resolved" : "firing",
                        i % 3 == 0 ? "critical" : "warning",
                        mention(i, language),
                        "Since: 2026-03-02 07:00:00 UTC\nMoved by: delivery -19"))
                .toList();
    }

    /** What tells one of many from the others. */
    public static String mention(int number, String language) {
        return language.equals("zh-CN")
                ? "工单 T%04d：首次回复已超时".formatted(number)
                : "Ticket T%04d: first reply was missed".formatted(number);
    }

    /** Everything that may have to be said, in one language. */
    public static List<Message> all(String language, int digestLines) {
        List<Message> messages = new ArrayList<>();
        messages.add(firing(language));
        messages.add(message(
                "n2", Message.Kind.ALERT, "repeat", language, firing(language).alerts()));
        messages.add(message(
                "n3",
                Message.Kind.ALERT,
                "all_resolved",
                language,
                List.of(alert("a1", "resolved", "critical", "over", "Over since: 09:10"))));
        messages.add(message(
                "n4",
                Message.Kind.ALERT,
                "first",
                language,
                List.of(alert("a2", "no_data", "warning", "No data", "Since: 09:00"))));
        messages.add(message("n5", Message.Kind.ALERT, "first", language, many(1000, language)));
        messages.add(message("n6", Message.Kind.DIGEST, "", language, many(digestLines, language)));
        messages.add(message("n7", Message.Kind.OVERDUE, "", language, many(412, language)));
        messages.add(Trial.message("ops", language, NINE));
        messages.add(hostile(language));
        return messages;
    }
}
