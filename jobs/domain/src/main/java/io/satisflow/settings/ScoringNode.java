package io.satisflow.settings;

import io.satisflow.config.ConfigException;
import io.satisflow.config.ConfigNode;
import io.satisflow.sentiment.AspectVocabulary;
import io.satisflow.sentiment.AspectsFile;
import io.satisflow.sentiment.WorkLimit;
import io.satisflow.settings.ScoringSettings.ModelChange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code scoring: {scorer: linear, limit: 10000, tokens: 500, score_wait: 5s, cache: 20000, aspects: aspects.yaml, models: [{file: en.model, from:
 * 2026-03-01T00:00:00Z}]}}.
 */
final class ScoringNode {
    private static final List<String> SCORERS = List.of(ScoringSettings.LINEAR, "rntn", "fusion");
    private static final long MOST = 10_000_000;

    private final ConfigNode node;
    private final Path folder;

    private ScoringNode(ConfigNode node, Path folder) {
        this.node = node;
        this.folder = folder;
    }

    /**
     * @param folder that model files are relative to
     * @throws ConfigException with everything that is wrong in it
     */
    static ScoringSettings read(ConfigNode node, Path folder) {
        return new ScoringNode(node, folder).read();
    }

    private ScoringSettings read() {
        node.allowOnly("scorer", "limit", "tokens", "score_wait", "cache", "aspects", "models");
        ScoringSettings usual = ScoringSettings.DEFAULT;
        return new ScoringSettings(
                node.find("scorer").map(ScoringNode::scorer).orElse(usual.scorer()),
                node.find("limit").map(found -> new WorkLimit(count(found, 1))).orElse(usual.limit()),
                node.find("tokens").map(found -> count(found, 1)).orElse(usual.tokens()),
                node.find("score_wait").map(ConfigNode::duration).orElse(usual.scoreWait()),
                node.find("cache").map(found -> count(found, 0)).orElse(usual.cache()),
                node.find("aspects").map(this::aspects).orElse(usual.aspects()),
                node.find("models").map(this::models).orElse(usual.models()));
    }

    /** What stands behind a colon is for the scorer to understand. */
    private static String scorer(ConfigNode node) {
        if (!SCORERS.contains(node.text().split(":", 2)[0])) {
            throw node.problem(
                    "there is no scorer \"%s\"; one of: %s".formatted(node.text(), String.join(", ", SCORERS)));
        }
        return node.text();
    }

    private static int count(ConfigNode node, int least) {
        if (node.integer() < least || node.integer() > MOST) {
            throw node.problem("expected %d to %d, but was %s".formatted(least, MOST, node.text()));
        }
        return (int) node.integer();
    }

    private AspectVocabulary aspects(ConfigNode file) {
        return AspectsFile.read(readable(file, "the shipped aspects.yaml shows what it may say"));
    }

    private Path readable(ConfigNode file, String remedy) {
        Path path = folder.resolve(file.text());
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw file.problem("there is no file %s that can be read; %s".formatted(path, remedy));
        }
        return path;
    }

    private List<ModelChange> models(ConfigNode list) {
        return new ArrayList<>(ConfigNode.readEach(list.items(), this::model));
    }

    private ModelChange model(ConfigNode item) {
        item.allowOnly("file", "from");
        ConfigNode file = item.require("file");
        Path path = readable(file, "make one with `satisflow train`");
        return new ModelChange(path, item.find("from").map(ScoringNode::instant).orElse(Instant.MIN), file::problem);
    }

    private static Instant instant(ConfigNode node) {
        try {
            return OffsetDateTime.parse(node.text()).toInstant();
        } catch (DateTimeException e) {
            throw node.problem(
                    "expected a time with its offset, such as 2026-03-01T00:00:00Z or 2026-03-01T00:00:00+08:00,"
                            + " but was \"%s\"".formatted(node.text()));
        }
    }
}
