package io.satisflow.sla.policy;

import io.satisflow.sla.clock.Clock;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rules over time. Rules change while tickets are open, and a ticket that is told again from its beginning must meet
 * each version at the same instant as the first time; so every version is kept that an open ticket has lived under.
 *
 * @param versions in the order in which they take effect; the first holds from the beginning of time. Of two that take
 *     effect at the same instant, the one with the higher id holds
 */
public record RuleBook(List<RuleVersion> versions) implements Serializable {
    /** Of the version that holds from the beginning; another one of this id takes its place. */
    static final String INITIAL = "initial";

    public RuleBook {
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("a book of rules needs at least one version");
        }
        versions = versions.stream().sorted(RuleVersion.IN_ORDER).toList();
    }

    /** Rules that hold for ever. */
    public static RuleBook of(SlaRules rules) {
        return new RuleBook(List.of(new RuleVersion(INITIAL, Instant.MIN, rules)));
    }

    /**
     * With one more version, or another one of that id. It must not take effect before the instant that tickets have
     * been advanced to: what their clocks have said by then stays said.
     */
    public RuleBook with(RuleVersion version) {
        List<RuleVersion> all = new ArrayList<>(versions);
        all.removeIf(known -> known.id().equals(version.id()));
        all.add(version);
        return new RuleBook(all);
    }

    public SlaRules rulesAt(Instant at) {
        return versionAt(at).rules();
    }

    /** The version that holds at this instant; before all of them, the first. */
    public RuleVersion versionAt(Instant at) {
        return versions.stream()
                .filter(version -> !version.from().isAfter(at))
                .reduce((earlier, later) -> later)
                .orElse(versions.get(0));
    }

    public Optional<Instant> nextChangeAfter(Instant at) {
        return changes().map(RuleVersion::from).filter(at::isBefore).findFirst();
    }

    /** Those for which any version has a target. */
    public Set<Clock> clocks() {
        Set<Clock> clocks = EnumSet.noneOf(Clock.class);
        versions.forEach(
                version -> version.rules().policies().policies().forEach(policy -> clocks.addAll(policy.clocks())));
        return clocks;
    }

    /** The first version changes nothing: there is none before it. */
    private Stream<RuleVersion> changes() {
        return versions.stream().skip(1);
    }
}
