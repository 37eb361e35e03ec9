package io.satisflow.scoring;

import io.satisflow.config.ConfigException;
import io.satisflow.config.ConfigProblem;
import io.satisflow.scoring.aspects.ShippedAspects;
import io.satisflow.scoring.linear.LinearModel;
import io.satisflow.scoring.linear.ModelFormat;
import io.satisflow.scoring.linear.ModelFormatException;
import io.satisflow.scoring.linear.ModelLanguage;
import io.satisflow.sentiment.AspectVocabulary;
import io.satisflow.sentiment.ScorerTimeline;
import io.satisflow.sentiment.ScorerTimeline.Period;
import io.satisflow.settings.ScoringSettings;
import io.satisflow.settings.ScoringSettings.ModelChange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The linear models that the settings name, in the order of the times from which they hold. */
public final class ModelTimeline {
    private final List<Entry> entries;
    private final AspectVocabulary aspects;
    private final int codePoints;

    private ModelTimeline(List<Entry> entries, ScoringSettings settings) {
        this.entries = entries;
        this.aspects = settings.aspects();
        this.codePoints = settings.limit().codePoints();
    }

    private record Entry(Instant from, ModelLanguage language, byte[] file) {}

    /** @throws ConfigException when a file is no model, or two of one language hold from the same time */
    public static ScorerTimeline of(ScoringSettings settings) {
        List<Entry> entries = new ArrayList<>();
        List<ConfigProblem> problems = new ArrayList<>();
        for (ModelChange change : settings.models()) {
            try {
                add(read(change), change, entries);
            } catch (ConfigException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return new ModelTimeline(entries, settings).toScorers();
    }

    private static Entry read(ModelChange change) {
        try {
            byte[] file = Files.readAllBytes(change.file());
            LinearModel model = ModelFormat.read(
                    new ByteArrayInputStream(file), change.file().toString());
            return new Entry(change.from(), model.language(), file);
        } catch (ModelFormatException e) {
            throw change.place().problem(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw change.place().problem("%s cannot be read: %s".formatted(change.file(), e.getMessage()));
        }
    }

    private static void add(Entry entry, ModelChange change, List<Entry> entries) {
        boolean taken =
                entries.stream().anyMatch(other -> other.from.equals(entry.from) && other.language == entry.language);
        if (taken) {
            throw change.place()
                    .problem("another model of language %s holds from the same time; keep one, or write from: <time>"
                            .formatted(entry.language.code()));
        }
        entries.add(entry);
    }

    private ScorerTimeline toScorers() {
        TreeSet<Instant> changes = new TreeSet<>(List.of(Instant.MIN));
        entries.forEach(entry -> changes.add(entry.from));
        return new ScorerTimeline(changes.stream().map(this::period).toList());
    }

    private Period period(Instant from) {
        OwnModels scorers = new OwnModels(holdingAt(from), codePoints);
        return new Period(from, scorers, new ShippedAspects(aspects, scorers, codePoints));
    }

    /** Of each language the model that took its place last. */
    private List<byte[]> holdingAt(Instant time) {
        Map<ModelLanguage, byte[]> holding = new EnumMap<>(ModelLanguage.class);
        entries.stream()
                .filter(entry -> !entry.from.isAfter(time))
                .sorted(Comparator.comparing(Entry::from))
                .forEach(entry -> holding.put(entry.language, entry.file));
        return List.copyOf(holding.values());
    }
}
