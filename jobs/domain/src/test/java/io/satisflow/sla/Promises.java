package io.satisflow.sla;

import io.satisflow.calendar.BusinessCalendar;
import io.satisflow.calendar.WrittenHours;
import io.satisflow.config.ConfigFile;
import io.satisflow.sla.clock.SlaEvent;
import io.satisflow.sla.policy.PolicyFile;
import io.satisflow.sla.policy.SlaRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Rules for tests. */
public final class Promises {
    public static final Map<String, BusinessCalendar> CALENDARS = Map.of(
            "office", WrittenHours.calendar("UTC", "Mon-Fri 09-17"),
            "zammad", WrittenHours.calendar("Europe/Berlin", "Mon-Fri 08-18"),
            "daily", WrittenHours.calendar("Europe/Berlin", "Mon-Sun 09-18"),
            "frappe", WrittenHours.calendar("UTC", "Mon-Fri 10-18"));

    private Promises() {}

    /** One policy for all tickets. */
    public static SlaRules toAll(String... targets) {
        return of("[{name: all, calendar: office, targets: {%s}}]".formatted(String.join(", ", targets)));
    }

    public static SlaRules of(String policies) {
        return new SlaRules(new PolicyFile(CALENDARS).read(ConfigFile.parse("p.yaml", "policies: " + policies)));
    }

    public static List<SlaEvent> unfold(Story story, SlaRules rules) {
        return Unfolding.of(story.events(), rules, Instant.MAX).events();
    }

    public static List<String> lines(Story story, SlaRules rules) {
        return unfold(story, rules).stream().map(Story::line).toList();
    }

    /** What stands after all retractions. */
    static List<String> standing(TicketAdvance advance) {
        List<SlaEvent> standing = new ArrayList<>();
        for (SlaEvent word : advance.said()) {
            if (word.retracted() == null) {
                standing.add(word);
            } else {
                standing.removeIf(said -> said.clock() == word.clock()
                        && said.instance() == word.instance()
                        && said.type() == word.retracted()
                        && said.at().equals(word.at()));
            }
        }
        return standing.stream().map(Story::line).toList();
    }
}
