package io.satisflow.wall.view;

import io.satisflow.wall.state.AlertBoard;
import io.satisflow.wall.state.Standing;
import io.satisflow.wall.state.WallState;
import io.satisflow.wire.Alert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Views of whole boards. Each takes one look at the state, so that its parts agree. */
public final class Boards {
    private static final int NEXT_DUE = 6;
    private static final int FIRING = 12;
    private static final int MOST_CLOCKS = 300;
    private static final int MOST_ALERTS = 300;
    private static final List<String> SEVERITIES = List.of("critical", "warning", "info");

    private static final Comparator<Alert> MOST_SEVERE_FIRST = Comparator.comparingInt(
                    (Alert alert) -> SEVERITIES.indexOf(alert.getSeverity()))
            .thenComparing(Alert::getSince, Comparator.reverseOrder());

    private final WallState state;
    private final Mapping mapping;

    public Boards(WallState state) {
        this.state = state;
        this.mapping = new Mapping(state);
    }

    /** @param trouble what keeps the wall from reading; null when nothing does */
    public Views.Time time(boolean loading, @Nullable String trouble) {
        return state.look(() -> new Views.Time(
                state.time.now().orElse(null),
                state.newest(),
                state.time
                        .silence(Instant.now())
                        .map(silence -> silence.toMillis())
                        .orElse(null),
                state.time.speed(),
                loading,
                state.records(),
                trouble));
    }

    public Views.Scores scores(String segment, String window) {
        return state.look(() -> new Views.Scores(
                window, state.scores.row(segment, window).map(Mapping::row).orElse(null)));
    }

    public Views.ClockCounts clockCounts() {
        return state.look(this::counts);
    }

    private Views.ClockCounts counts() {
        Map<Standing, Long> counts = state.tickets.counts();
        return new Views.ClockCounts(
                counts.getOrDefault(Standing.RUNNING, 0L),
                counts.getOrDefault(Standing.WARNED, 0L),
                counts.getOrDefault(Standing.PAUSED, 0L),
                counts.getOrDefault(Standing.BREACHED, 0L),
                state.tickets
                        .open()
                        .filter(clock -> clock.standing() == Standing.RUNNING || clock.standing() == Standing.WARNED)
                        .limit(NEXT_DUE)
                        .map(mapping::clock)
                        .toList());
    }

    /**
     * @param team only its clocks; null for all
     * @param standing only these; null for all
     */
    public Views.Clocks clocks(@Nullable String team, @Nullable String standing) {
        return state.look(() -> {
            List<Views.Clock> all = state.tickets.open().map(mapping::clock).toList();
            List<Views.Clock> wanted = all.stream()
                    .filter(clock -> team == null || clock.team().equals(team))
                    .filter(clock -> standing == null || clock.standing().equals(standing))
                    .toList();
            return new Views.Clocks(
                    counts(),
                    teams(all),
                    wanted.stream().limit(MOST_CLOCKS).toList(),
                    Math.max(0, wanted.size() - MOST_CLOCKS));
        });
    }

    public List<Views.Team> teams() {
        return state.look(() -> teams(state.tickets.open().map(mapping::clock).toList()));
    }

    private static List<Views.Team> teams(List<Views.Clock> clocks) {
        Map<String, List<Views.Clock>> byTeam = new TreeMap<>();
        clocks.forEach(clock ->
                byTeam.computeIfAbsent(clock.team(), team -> new ArrayList<>()).add(clock));
        return byTeam.entrySet().stream()
                .map(team -> new Views.Team(
                        team.getKey(),
                        count(team.getValue(), "running"),
                        count(team.getValue(), "warned"),
                        count(team.getValue(), "paused"),
                        count(team.getValue(), "breached")))
                .toList();
    }

    private static long count(List<Views.Clock> clocks, String standing) {
        return clocks.stream()
                .filter(clock -> clock.standing().equals(standing))
                .count();
    }

    public Views.AlertCounts alertCounts() {
        return state.look(this::countedAlerts);
    }

    private Views.AlertCounts countedAlerts() {
        List<Views.Alert> firing = state.alerts
                .alerts()
                .filter(Boards::isFiring)
                .sorted(MOST_SEVERE_FIRST)
                .map(mapping::alert)
                .toList();
        return new Views.AlertCounts(
                ofSeverity(firing, "critical"),
                ofSeverity(firing, "warning"),
                ofSeverity(firing, "info"),
                state.alerts
                        .alerts()
                        .filter(alert -> alert.getState().equals("pending"))
                        .count(),
                firing.stream().limit(FIRING).toList());
    }

    /** Told or to be told: what another alert says already is not counted twice. */
    private static boolean isFiring(Alert alert) {
        return alert.getInhibitedBy() == null
                && (alert.getState().equals("firing")
                        || alert.getState().equals("recovering")
                        || alert.getState().equals("no_data"));
    }

    private static long ofSeverity(List<Views.Alert> alerts, String severity) {
        return alerts.stream()
                .filter(alert -> alert.severity().equals(severity))
                .count();
    }

    public Views.Alerts alerts() {
        return state.look(() -> {
            List<Alert> all = new ArrayList<>(state.alerts.alerts().toList());
            all.sort(Comparator.comparing(AlertBoard::isOver)
                    .thenComparing((one, other) -> AlertBoard.isOver(one)
                            ? other.getAsOf().compareTo(one.getAsOf())
                            : MOST_SEVERE_FIRST.compare(one, other)));
            return new Views.Alerts(
                    countedAlerts(),
                    all.stream().limit(MOST_ALERTS).map(mapping::alert).toList(),
                    state.alerts.silences().map(mapping::silence).toList(),
                    Math.max(0, all.size() - MOST_ALERTS) + state.alerts.forgotten());
        });
    }

    public Views.Setup setup(String zone, String language, List<Views.MetricSetting> metrics, String version) {
        return state.look(() -> new Views.Setup(
                zone, language, state.scores.windows(), state.scores.groupings(), metrics, teams(), version));
    }
}
