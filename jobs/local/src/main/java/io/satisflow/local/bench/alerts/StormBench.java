package io.satisflow.local.bench.alerts;

import io.satisflow.alerts.AlertSettings;
import io.satisflow.alerts.control.AlertControls;
import io.satisflow.alerts.group.GroupState;
import io.satisflow.alerts.group.GroupStory;
import io.satisflow.alerts.group.MembersInMemory;
import io.satisflow.alerts.group.Notice;
import io.satisflow.alerts.lifecycle.Alert;
import io.satisflow.alerts.lifecycle.AlertStory;
import io.satisflow.alerts.lifecycle.Observation;
import io.satisflow.alerts.lifecycle.SubjectState;
import io.satisflow.alerts.notice.Notification;
import io.satisflow.alerts.observation.TicketObservations;
import io.satisflow.alerts.route.GroupKey;
import io.satisflow.ticket.TicketEvent;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Breaches in a minute through the alerts of the engine. What is told is compared first: with the same rules in memory. */
public final class StormBench {
    /** Of one notification, whatever the storm: ten alerts and the counts. */
    private static final int LARGEST_BYTES = 64 * 1024;

    private static final long COMPARED = 2_000;

    private final int teams;
    private final Path folder;
    private final Consumer<String> progress;

    /** @param folder for state and checkpoints; emptied afterwards */
    public StormBench(int teams, Path folder, Consumer<String> progress) {
        this.teams = teams;
        this.folder = folder;
        this.progress = progress;
    }

    /**
     * @return a table in Markdown
     * @throws IllegalStateException when other things are told than the rules say, or something outgrows its bound
     */
    public String run(List<Long> sizes) throws Exception {
        compare(new StormRun(new BreachStorm(COMPARED, teams), folder).run());
        progress.accept(
                "%,d breaches: the job tells what the rules say in memory, notice by notice".formatted(COMPARED));
        StringBuilder table = new StringBuilder(
                "| breaches in a minute | teams | alert records | notifications | largest, bytes | CPU s | CPU us each | wall s |\n"
                        + "|---:|---:|---:|---:|---:|---:|---:|---:|\n");
        for (long size : sizes) {
            StormResult result = new StormRun(new BreachStorm(size, teams), folder).run();
            check(result);
            progress.accept(result.row());
            table.append(result.row()).append('\n');
        }
        return table.toString();
    }

    private void check(StormResult result) {
        long firing = result.firingByTeam().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        if (firing != result.storm().breaches()
                || result.alerts() != result.storm().breaches()) {
            throw new IllegalStateException("%,d breaches, but %,d alerts were written and the last words count %,d"
                    .formatted(result.storm().breaches(), result.alerts(), firing));
        }
        if (result.largestBytes() > LARGEST_BYTES) {
            throw new IllegalStateException("A notification of %,d bytes, above the bound of %,d"
                    .formatted(result.largestBytes(), LARGEST_BYTES));
        }
    }

    private static void compare(StormResult result) {
        List<String> told =
                result.told().stream().map(StormBench::described).sorted().toList();
        List<String> expected = inMemory(result.storm()).stream()
                .map(StormBench::described)
                .sorted()
                .toList();
        if (!told.equals(expected)) {
            throw new IllegalStateException("The job told%n%s%nbut the rules say in memory%n%s"
                    .formatted(String.join("\n", told), String.join("\n", expected)));
        }
    }

    private static List<Notice> inMemory(BreachStorm storm) {
        AlertSettings settings = AlertSettings.DEFAULT;
        TicketObservations observations = new TicketObservations(settings.rules());
        Map<GroupKey, List<Alert>> groups = new TreeMap<>(Comparator.comparing(GroupKey::text));
        Instant until = storm.breach(storm.breaches()).asOf();
        for (long number = 0; number < storm.breaches(); number++) {
            TicketEvent ticket = storm.ticket(number).event();
            List<Observation> seen = new ArrayList<>(
                    observations.about(ticket.ticket(), ticket.id(), ticket.knownAt(), ticket.details()).stream()
                            .toList());
            seen.addAll(observations.of(storm.breach(number)));
            SubjectState state = SubjectState.EMPTY;
            for (Observation each : seen) {
                state = state.with(each);
            }
            AlertStory.advance(state, settings.rulesByName(), settings.routes()::find, until)
                    .changes()
                    .forEach(alert -> alert.groups()
                            .forEach(group -> groups.computeIfAbsent(group, key -> new ArrayList<>())
                                    .add(alert)));
        }
        List<Notice> notices = new ArrayList<>();
        groups.forEach((key, alerts) -> notices.addAll(GroupStory.advance(
                        GroupState.EMPTY,
                        new MembersInMemory(),
                        alerts,
                        key,
                        settings.routes().of(key),
                        AlertControls.NONE,
                        until)
                .notices()));
        return notices;
    }

    private static String described(Notification notification) {
        return "%s %s %s firing %d, %d not shown: %s"
                .formatted(
                        notification.at(),
                        notification.group().get("team"),
                        notification.reason().wireName(),
                        notification.counts().get("firing"),
                        notification.truncated(),
                        notification.alerts().stream()
                                .map(worded -> worded.alert().key())
                                .toList());
    }

    private static String described(Notice notice) {
        return "%s %s %s firing %d, %d not shown: %s"
                .formatted(
                        notice.at(),
                        notice.group().get("team"),
                        notice.reason().wireName(),
                        notice.counts().firing(),
                        notice.truncated(),
                        notice.alerts().stream().map(Alert::key).toList());
    }
}
