package io.satisflow.scoring.training;

import io.satisflow.scoring.features.BucketSet;
import io.satisflow.scoring.features.FeatureExtractor;
import io.satisflow.scoring.linear.ModelLanguage;
import io.satisflow.scoring.linear.ThreeWayCalibration;
import io.satisflow.scoring.training.fit.Recipe;
import io.satisflow.scoring.training.fit.RowLoss;
import io.satisflow.scoring.training.fit.TrainingRow;
import io.satisflow.sentiment.SentimentLabel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * What the fusion scorer says of single words and short phrases, many of which no training text holds: its sentence
 * embedding knows that "scratchy" is near "itchy". Every model learns that besides its own texts, so the linear scorer has
 * some of the embedding's knowledge at none of its cost. Made by {@code WordJudgementsMaker}.
 */
final class Distilled {
    /** What all of it weighs, against the texts. */
    private static final double SHARE_ENGLISH = 1;

    private static final double SHARE_CHINESE = 0.6;

    /** A label that is less probable than this teaches nothing. */
    private static final double LEAST_PROBABILITY = 0.05;

    private static final List<SentimentLabel> LABELS =
            List.of(SentimentLabel.NEGATIVE, SentimentLabel.NEUTRAL, SentimentLabel.POSITIVE);

    private Distilled() {}

    /**
     * Each phrase once for each label, weighing as the label is probable.
     *
     * @param textWeight of all texts that are learned, together
     */
    static List<TrainingRow> rows(ModelLanguage language, Recipe recipe, double textWeight, RowLoss loss) {
        List<String> lines = lines(language);
        FeatureExtractor extractor = language.newExtractor();
        BucketSet buckets = new BucketSet(recipe.bits());
        boolean threeWay = loss.margins() == ThreeWayCalibration.MARGINS;
        double share = language == ModelLanguage.ENGLISH ? SHARE_ENGLISH : SHARE_CHINESE;
        double weight = share * textWeight / lines.size();
        List<TrainingRow> rows = new ArrayList<>();
        for (String line : lines) {
            String[] cells = line.split("\t");
            extractor.extract(cells[0], cells[0].length(), buckets);
            int[] features = buckets.toArray();
            double[] probabilities = probabilities(cells, threeWay);
            for (int i = 0; i < probabilities.length; i++) {
                if (probabilities[i] > LEAST_PROBABILITY) {
                    rows.add(new TrainingRow(features, LABELS.get(i), !threeWay, weight * probabilities[i]));
                }
            }
        }
        return rows;
    }

    /** Where nobody could choose neutral, it stands for either. */
    private static double[] probabilities(String[] cells, boolean threeWay) {
        double negative = Double.parseDouble(cells[1]);
        double positive = Double.parseDouble(cells[2]);
        double neutral = 1 - negative - positive;
        return threeWay
                ? new double[] {negative, neutral, positive}
                : new double[] {negative + neutral / 2, 0, positive + neutral / 2};
    }

    private static List<String> lines(ModelLanguage language) {
        String name = "/io/satisflow/scoring/distilled/%s.tsv.gz".formatted(language.code());
        try (InputStream in = Objects.requireNonNull(Distilled.class.getResourceAsStream(name), name);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The phrases %s cannot be read".formatted(name), e);
        }
    }
}
