package io.satisflow.hook.content;

import java.util.Collection;
import java.util.Comparator;

/** How a message looks from afar: by how much it matters. */
public enum Tone {
    RESOLVED(0x2E7D32, "✅"),
    NO_DATA(0x757575, "⚪"),
    INFO(0x1565C0, "🔵"),
    WARNING(0xF9A825, "🟠"),
    CRITICAL(0xC62828, "🔴");

    private final int colour;
    private final String sign;

    Tone(int colour, String sign) {
        this.colour = colour;
        this.sign = sign;
    }

    /** Red, green and blue, eight bits each. */
    public int colour() {
        return colour;
    }

    public String hexColour() {
        return "#%06X".formatted(colour);
    }

    /** For tools without colours. */
    public String sign() {
        return sign;
    }

    static Tone of(MessageAlert alert) {
        if (alert.isOver()) {
            return RESOLVED;
        }
        if (alert.state().equals("no_data")) {
            return NO_DATA;
        }
        return switch (alert.severity()) {
            case "critical" -> CRITICAL;
            case "info" -> INFO;
            default -> WARNING;
        };
    }

    /** That of the worst. */
    static Tone of(Collection<MessageAlert> alerts) {
        return alerts.stream().map(Tone::of).max(Comparator.naturalOrder()).orElse(INFO);
    }
}
