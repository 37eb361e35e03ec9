package io.satisflow.local.cli.alerts;

import io.satisflow.hook.content.Message;
import io.satisflow.hook.content.MessageAlert;
import io.satisflow.id.DerivedId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Messages to look at: the same alert on its way, and what many alerts come to. */
enum ExampleMessage {
    FIRING,
    REPEATED,
    RESOLVED,
    NO_DATA,
    DIGEST,
    OVERDUE,
    TEST;

    private static final Instant AT = Instant.parse("2026-03-02T09:05:00Z");
    private static final String WALL = "https://satisflow.example.com";
    private static final int MANY = 12;
    private static final int LEFT_OUT = 412;

    Message in(String language) {
        boolean chinese = language.equals("zh-CN");
        return switch (this) {
            case FIRING -> alert("first", "firing", chinese);
            case REPEATED -> alert("repeat", "firing", chinese);
            case RESOLVED -> alert("all_resolved", "resolved", chinese);
            case NO_DATA -> alert("first", "no_data", chinese);
            case DIGEST -> many(Message.Kind.DIGEST, chinese, 0);
            case OVERDUE -> many(Message.Kind.OVERDUE, chinese, LEFT_OUT);
            case TEST -> message(Message.Kind.TEST, "", chinese, "", List.of(), 0);
        };
    }

    private Message alert(String reason, String state, boolean chinese) {
        String summary = chinese ? "渠道 app 的满意率从 88 降至 61" : "CSAT of channel app fell from 88 to 61";
        String title = switch (this) {
            case RESOLVED -> (chinese ? "【已恢复】" : "[resolved] ") + summary;
            case NO_DATA -> chinese ? "【警告】渠道 app 的满意率没有数据" : "[warning] No data for CSAT of channel app";
            default -> (chinese ? "【严重】" : "[critical] ") + summary;
        };
        MessageAlert alert = score(state, summary, described(chinese));
        return message(Message.Kind.ALERT, reason, chinese, title, List.of(alert), 0);
    }

    private String described(boolean chinese) {
        return switch (this) {
            case RESOLVED ->
                chinese
                        ? "结束于 2026-03-02 11:00:00 UTC：回到正常水平\n开始时间：2026-03-02 07:00:00 UTC"
                        : "Over since 2026-03-02 11:00:00 UTC: back at its usual level\nSince: 2026-03-02 07:00:00 UTC";
            case NO_DATA -> chinese ? "开始时间：2026-03-02 07:00:00 UTC" : "Since: 2026-03-02 07:00:00 UTC";
            default -> chinese ? """
                开始时间：2026-03-02 07:00:00 UTC
                目前在 55 与 67 之间，样本数 120
                主要来源：配送 -19，价格 -6
                客户原话：
                “包裹三天没动了。”
                “客服只会说抱歉。”
                “买的时候没说要另付运费。”\
                """ : """
                        Since: 2026-03-02 07:00:00 UTC
                        Now between 55 and 67, by 120 answers
                        Moved by: delivery -19, price -6
                        Customers say:
                        “My parcel has not moved for three days.”
                        “All they say is sorry.”
                        “Nobody told me about the shipping costs.”\
                        """;
        };
    }

    private static MessageAlert score(String state, String summary, String description) {
        boolean over = state.equals("resolved");
        return new MessageAlert(
                DerivedId.of("example", "score drift"),
                "score drift",
                "csat of channel=app",
                state,
                AT.minus(Duration.ofHours(2)),
                over ? AT.plus(Duration.ofHours(2)) : null,
                state.equals("no_data") ? "warning" : "critical",
                new TreeMap<>(
                        Map.of("rule", "score drift", "severity", "critical", "metric", "csat", "channel", "app")),
                new TreeMap<>(Map.of(
                        "summary", summary,
                        "description", description,
                        "metric", "csat",
                        "window", "24h",
                        "segment", "channel=app")));
    }

    private static Message many(Message.Kind kind, boolean chinese, int more) {
        List<MessageAlert> alerts = IntStream.rangeClosed(1, MANY)
                .mapToObj(number -> ticket("T%d".formatted(100 + number), number % 4 == 0, chinese))
                .toList();
        return message(kind, "", chinese, "", alerts, more);
    }

    private static MessageAlert ticket(String ticket, boolean over, boolean chinese) {
        String summary = (chinese ? "工单 %s：首次回复已超时" : "Ticket %s: first reply was missed").formatted(ticket);
        return new MessageAlert(
                DerivedId.of("example", ticket),
                "sla breach",
                ticket,
                over ? "resolved" : "firing",
                AT,
                over ? AT : null,
                "critical",
                Map.of("team", "billing", "severity", "critical"),
                Map.of("summary", summary));
    }

    private static Message message(
            Message.Kind kind, String reason, boolean chinese, String title, List<MessageAlert> alerts, int more) {
        return new Message(
                DerivedId.of("example", kind, reason),
                kind,
                AT,
                "on call",
                Map.of("metric", "csat", "rule", "score drift"),
                reason,
                chinese ? "zh-CN" : "en",
                title,
                alerts,
                more,
                Map.of(),
                WALL,
                null);
    }
}
