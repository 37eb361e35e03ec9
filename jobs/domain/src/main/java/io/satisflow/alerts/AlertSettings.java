package io.satisflow.alerts;

import io.satisflow.alerts.inhibition.InhibitRules;
import io.satisflow.alerts.receiver.Language;
import io.satisflow.alerts.receiver.Receiver;
import io.satisflow.alerts.receiver.TicketLinks;
import io.satisflow.alerts.route.Routes;
import io.satisflow.alerts.rule.AlertRule;
import io.satisflow.alerts.rule.AlertRules;
import io.satisflow.hook.HookReceiver;
import java.io.Serializable;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All that decides what is told to whom.
 *
 * @param language of the alerts' own texts; notifications are in that of their receiver
 * @param externalUrl of the wall, for links; empty when it is not known
 * @param inhibit which alerts hold others back
 * @param zone of the times in the alerts' own texts; notifications are in that of their receiver
 * @param links to tickets
 */
public record AlertSettings(
        List<AlertRule> rules,
        List<Receiver> receivers,
        Routes routes,
        Language language,
        String externalUrl,
        InhibitRules inhibit,
        ZoneId zone,
        TicketLinks links)
        implements Serializable {
    /** Tells the terminal of drift, of clocks that are nearly due and of breaches. */
    public static final AlertSettings DEFAULT = new AlertSettings(
            AlertRules.DEFAULT,
            List.of(),
            Routes.DEFAULT,
            Language.ENGLISH,
            "",
            InhibitRules.PARENTS_ONLY,
            ZoneOffset.UTC,
            TicketLinks.NONE);

    public AlertSettings {
        rules = List.copyOf(rules);
        receivers = List.copyOf(receivers);
    }

    /** With the usual inhibition, universal times and no links. */
    public AlertSettings(
            List<AlertRule> rules, List<Receiver> receivers, Routes routes, Language language, String externalUrl) {
        this(
                rules,
                receivers,
                routes,
                language,
                externalUrl,
                InhibitRules.PARENTS_ONLY,
                ZoneOffset.UTC,
                TicketLinks.NONE);
    }

    public AlertSettings in(Language otherLanguage) {
        return new AlertSettings(rules, receivers, routes, otherLanguage, externalUrl, inhibit, zone, links);
    }

    /** Those that are told by a hook. */
    public List<HookReceiver> hookReceivers() {
        return receivers.stream()
                .flatMap(receiver -> Optional.ofNullable(receiver.hook()).stream())
                .toList();
    }

    public Map<String, AlertRule> rulesByName() {
        Map<String, AlertRule> byName = new TreeMap<>();
        rules.forEach(rule -> byName.put(rule.name(), rule));
        return byName;
    }

    public ZoneId zoneOf(String receiver) {
        return receivers.stream()
                .filter(known -> known.name().equals(receiver))
                .findFirst()
                .map(Receiver::zone)
                .orElse(zone);
    }

    public Language languageOf(String receiver) {
        return receivers.stream()
                .filter(known -> known.name().equals(receiver))
                .findFirst()
                .map(Receiver::language)
                .orElse(language);
    }
}
