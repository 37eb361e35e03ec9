package io.satisflow.flink.sla;

import io.satisflow.wire.PolicyVersion;
import io.satisflow.wire.SourcePosition;
import java.time.Instant;
import java.util.Map;

/** Versions of policies for tests, as they come from their topic. */
final class Policies {
    private static long offset;

    private Policies() {}

    /** A first reply within this time of the wall, warned of 30 minutes before; stored a day before it takes effect. */
    static PolicyVersion firstReplyWithin(String target, Instant from) {
        return version(from, """
                policies:
                  - name: quicker
                    targets:
                      first_reply: {target: %s, time: wall, warn: 30m, pause: pending}
                """.formatted(target));
    }

    static PolicyVersion version(Instant from, String policies) {
        return PolicyVersion.newBuilder()
                .setId(from.toString())
                .setEffectiveAt(from)
                .setPolicies(policies)
                .setCalendars(Map.of())
                .setHolidays(Map.of())
                .setStoredAt(from.minusSeconds(86_400))
                .setSource(new SourcePosition("satisflow.sla-policies.v1", 0, offset++, null))
                .build();
    }
}
