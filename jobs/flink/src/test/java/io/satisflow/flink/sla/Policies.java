package io.satisflow.flink.sla;

import io.satisflow.ledger.SourcePosition;
import io.satisflow.sla.policy.AppliedPolicies;
import java.time.Instant;
import java.util.Map;

/** Versions of policies for tests, as they come from their topic. */
final class Policies {
    private static long offset;

    private Policies() {}

    /** A first reply within this time of the wall, warned of 30 minutes before; stored a day before it takes effect. */
    static AppliedPolicies firstReplyWithin(String target, Instant from) {
        return version(from, """
                policies:
                  - name: quicker
                    targets:
                      first_reply: {target: %s, time: wall, warn: 30m, pause: pending}
                """.formatted(target));
    }

    static AppliedPolicies version(Instant from, String policies) {
        return new AppliedPolicies(
                from.toString(),
                from,
                policies,
                Map.of(),
                Map.of(),
                from.minusSeconds(86_400),
                new SourcePosition("satisflow.sla-policies.v1", 0, offset++));
    }

    /** The same, but stored at another time. */
    static AppliedPolicies storedAt(Instant time, AppliedPolicies version) {
        return new AppliedPolicies(
                version.id(),
                version.effectiveAt(),
                version.policies(),
                version.calendars(),
                version.holidays(),
                time,
                version.source());
    }
}
