package io.satisflow.local.chaos.live;

import io.satisflow.local.cli.option.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;

/** The settings of the engine that is troubled. Edits come and go; none of them changes what the books expect. */
final class CampaignSettings {
    static final String PREFIX = "chaos";
    /** The channel whose tickets are promised an answer. */
    static final String DESK = "helpdesk";
    /** Longer than a campaign. */
    static final String LONG_WINDOW = "24h";

    /** What may stand in the settings or not. */
    enum Edit {
        CHANNEL("a third channel"),
        WINDOW("a third window"),
        GROUPING("a second grouping"),
        RULE("a second rule"),
        ROUTE("a route before the others"),
        POLICY("a second policy"),
        PARALLELISM("two subtasks for one");

        private final String words;

        Edit(String words) {
            this.words = words;
        }
    }

    private final Path folder;
    private final String receiver;
    private final Set<Edit> edits = EnumSet.noneOf(Edit.class);

    /** @param receiver its address */
    CampaignSettings(Path folder, String receiver) throws IOException {
        this.folder = folder;
        this.receiver = receiver;
        Files.createDirectories(folder);
        write();
    }

    Path file() {
        return folder.resolve("satisflow.yaml");
    }

    String parallelism() {
        return edits.contains(Edit.PARALLELISM) ? "2" : "1";
    }

    /** Puts something in, or takes it out again. Returns what, in words. */
    String edit(Random random) throws IOException {
        Edit edit = Edit.values()[random.nextInt(Edit.values().length)];
        boolean isIn = edits.add(edit) || !edits.remove(edit);
        write();
        return "%s %s".formatted(edit.words, isIn ? "put in" : "taken out");
    }

    private String when(Edit edit, String text) {
        return edits.contains(edit) ? text : "";
    }

    private void write() throws IOException {
        Files.writeString(folder.resolve("policies.yaml"), policies());
        Files.writeString(file(), settings(Installation.presets().toAbsolutePath()));
    }

    private String policies() {
        String second =
                "  - {name: important, calendar: always, when: {priority: urgent}, targets: {first_reply: {target: 1h, time: wall}}}\n";
        return """
                policies:
                %s  - name: desk
                    when: {channel: %s}
                    calendar: always
                    targets: {first_reply: {target: %ds, time: wall, warn: []}}
                """.formatted(when(Edit.POLICY, second), DESK, Ledger.PROMISE.toSeconds());
    }

    private String settings(Path presets) {
        String channel = "  - {mapping: \"%s/reviews.yaml\", topic: raw.reviews}\n".formatted(presets);
        String rule =
                "    - {name: silence, on: threshold, metric: nps, window: 1h, segment: [], below: -100, no_data: 10m}\n";
        String route = "    - {match: {channel: weibo}, receiver: books}\n";
        return """
                topics: {prefix: %s}
                channels:
                  - {mapping: "%s/helpdesk.yaml", topic: raw.helpdesk}
                  - {mapping: "%s/survey.yaml", topic: raw.survey}
                %scalendars: "%s"
                policies: policies.yaml
                sla: {forget_after: 1h}
                segments: {by: [[]%s]}
                windows: {rolling: [5m, 1h, %s%s]}
                alerts:
                  rules:
                    - {name: broken, on: ticket, events: [breach]}
                %s  receivers:
                    - {name: books, rate: 200/1s, webhook: {url: "%s", allow_http: true, allow_private: true}}
                  routes:
                %s    - {match: {rule: broken}, receiver: books, group_by: [team], group_wait: 1s, group_interval: 5s}
                """.formatted(
                        PREFIX,
                        presets,
                        presets,
                        when(Edit.CHANNEL, channel),
                        presets.resolveSibling("calendars"),
                        when(Edit.GROUPING, ", [channel]"),
                        // Told at each step, so that in the end it has everything.
                        "{length: %s, step: 1m}".formatted(LONG_WINDOW),
                        when(Edit.WINDOW, ", 15m"),
                        when(Edit.RULE, rule),
                        receiver,
                        when(Edit.ROUTE, route));
    }
}
