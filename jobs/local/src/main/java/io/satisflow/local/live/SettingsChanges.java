package io.satisflow.local.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What has changed in the settings since the last run in a directory, and what becomes of what that run had in hand. */
final class SettingsChanges {
    /** The fates of one kind, each with the name as its only argument; empty for nothing worth a word. */
    private record Fates(String kind, String added, String changed, String removed) {}

    private static final List<Fates> FATES = List.of(
            new Fates(
                    NamedSettings.WINDOWS,
                    "Window %s is new: it fills from what other windows of its step still hold, and is whole after its own length.",
                    "Window %s moves by another step: it begins again from what other windows of that step hold, and is whole after its own length.",
                    "Window %s is not in the settings any more: its rows are not written any more."),
            new Fates(
                    NamedSettings.GROUPINGS,
                    "Grouping %s is new: its segments begin empty.",
                    "",
                    "Grouping %s is not in the settings any more: nothing new counts in its segments, which are told until what they hold has left their windows."),
            new Fates(
                    NamedSettings.METRICS,
                    "Metric %s is new: it begins empty, from what becomes known now.",
                    "Metric %s has changed: what was measured before stays in its windows until they have moved on.",
                    "Metric %s is not in the settings any more: it is not written any more."),
            new Fates(NamedSettings.DRIFT, "", "The %s of drift has changed: what is normal is learnt anew.", ""),
            new Fates(
                    NamedSettings.RULES,
                    "",
                    "",
                    "Rule \"%s\" is not in the settings any more: its alerts are resolved within the hour, with that reason."),
            new Fates(
                    NamedSettings.ROUTES,
                    "",
                    "Route \"%s\" has changed: alerts that it has told of go on to whom they went.",
                    "Route \"%s\" is not in the settings any more: alerts that it has told of go on to whom they went, until they are over."),
            new Fates(
                    NamedSettings.RECEIVERS,
                    "",
                    "",
                    "Receiver \"%s\" is not in the settings any more: what it was not told yet becomes dead letters."),
            new Fates(
                    NamedSettings.POLICIES,
                    "Policy \"%s\" is new: it holds from where time stood when the last run ended.",
                    "",
                    "Policy \"%s\" is not in the settings any more: its clocks go on under the policy that matches now, or are cancelled, each with an event."),
            new Fates(
                    NamedSettings.MODELS,
                    "Model %s is new: texts are scored by it from its `from` on.",
                    "",
                    "Model %s is not in the settings any more: what it has scored stays."));

    private final NamedSettings before;
    private final NamedSettings now;

    SettingsChanges(NamedSettings before, NamedSettings now) {
        this.before = before;
        this.now = now;
    }

    /** In sentences; none when nothing has changed that anybody would notice. */
    List<String> inSentences() {
        List<String> sentences = new ArrayList<>(ofChannels());
        FATES.forEach(fates -> sentences.addAll(of(fates)));
        sentences.addAll(ofRun());
        return sentences;
    }

    private List<String> of(Fates fates) {
        Map<String, String> earlier = before.of(fates.kind());
        Map<String, String> later = now.of(fates.kind());
        List<String> sentences = new ArrayList<>();
        earlier.forEach((name, detail) -> {
            if (!later.containsKey(name)) {
                sentences.add(fates.removed().formatted(name));
            } else if (!later.get(name).equals(detail)) {
                sentences.add(fates.changed().formatted(name));
            }
        });
        later.keySet().stream()
                .filter(name -> !earlier.containsKey(name))
                .forEach(name -> sentences.add(fates.added().formatted(name)));
        return sentences.stream().filter(sentence -> !sentence.isEmpty()).toList();
    }

    private List<String> ofChannels() {
        List<String> sentences = new ArrayList<>();
        Map<String, String> earlier = before.of(NamedSettings.CHANNELS);
        Map<String, String> later = now.of(NamedSettings.CHANNELS);
        earlier.forEach((name, topic) -> {
            String laterTopic = later.get(name);
            Optional<String> heir = heirOf(topic, later);
            if (laterTopic == null && heir.isPresent()) {
                sentences.add(
                        "Channel %s is called %s now and goes on with topic %s: ids are told apart by channel, so what comes again counts again."
                                .formatted(name, heir.get(), topic));
            } else if (laterTopic == null || !laterTopic.equals(topic)) {
                sentences.add(
                        "Channel %s does not read topic %s any more: its place is kept, should the topic come back. A channel that was renamed goes on with `topic: %s`."
                                .formatted(name, topic, topic));
            }
        });
        later.forEach((name, topic) -> {
            if (!earlier.containsKey(name) && !earlier.containsValue(topic)) {
                sentences.add("Channel %s is new: topic %s is read from its beginning, or where it was left."
                        .formatted(name, topic));
            }
        });
        return sentences;
    }

    private static Optional<String> heirOf(String topic, Map<String, String> channels) {
        return channels.entrySet().stream()
                .filter(channel -> channel.getValue().equals(topic))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private List<String> ofRun() {
        List<String> sentences = new ArrayList<>();
        ofRun(NamedSettings.PARTITIONS)
                .ifPresent(change -> sentences.add(
                        "topics.partitions: %s. Topics that are there keep theirs; the number is for new ones."
                                .formatted(change)));
        ofRun(NamedSettings.PARALLELISM)
                .ifPresent(change -> sentences.add("Parallelism: %s. State is divided anew.".formatted(change)));
        return sentences;
    }

    private Optional<String> ofRun(String name) {
        String earlier = before.of(NamedSettings.RUN).get(name);
        String later = now.of(NamedSettings.RUN).get(name);
        return earlier == null || earlier.equals(later)
                ? Optional.empty()
                : Optional.of("%s before, %s now".formatted(earlier, later));
    }
}
