package io.satisflow.flink.sla;

import io.satisflow.config.ConfigFile;
import io.satisflow.sla.policy.PolicyFile;
import io.satisflow.sla.policy.SlaRules;
import java.util.Map;

/** Rules for tests: a first reply within two hours, pausing while pending, warned of 30 minutes before. */
final class TicketRules {
    static final SlaRules TWO_HOURS = promising("2h");

    private TicketRules() {}

    /** The same within another time. */
    static SlaRules promising(String target) {
        return new SlaRules(new PolicyFile(Map.of()).read(ConfigFile.parse("policies.yaml", """
                policies:
                  - name: all
                    targets:
                      first_reply: {target: %s, time: wall, warn: 30m, pause: pending}
                """.formatted(target))));
    }
}
