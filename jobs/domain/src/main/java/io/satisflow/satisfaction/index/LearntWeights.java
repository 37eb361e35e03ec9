package io.satisflow.satisfaction.index;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the parts of an index weigh for customers, as far as their answers tell: ridge regression of an overall score on the parts,
 * all from 0 to 100, of the responses that answer everything. How much large coefficients are held back is chosen by what predicts
 * best what was left out, one response at a time (Hoerl and Kennard, 1970; Allen's PRESS). A part that the overall score does not rise
 * with weighs nothing. These weights are a comparison for those that are set, never used by themselves.
 *
 * @param byPart in percent, together 100; all 0 when the overall score rises with no part
 * @param n responses that answer all of it
 * @param penalty the lambda chosen, on standardized parts
 * @param explained the share of the overall score's variance that is predicted for responses left out, at most 1
 */
public record LearntWeights(Map<String, Double> byPart, int n, double penalty, double explained) {
    private static final double[] PENALTIES = {0.01, 0.1, 1, 3, 10, 30, 100, 300, 1_000, 3_000, 10_000};
    private static final int HUNDRED = 100;

    /**
     * @param parts their names
     * @param answers a row a response, a column a part
     * @param overall of each response
     * @throws IllegalArgumentException when there are fewer than ten responses for each part
     */
    public static LearntWeights of(List<String> parts, List<double[]> answers, List<Double> overall) {
        int fewest = 10 * parts.size();
        if (answers.size() < fewest) {
            throw new IllegalArgumentException(
                    "%d responses answer all %d parts and the overall question; weights need at least %d"
                            .formatted(answers.size(), parts.size(), fewest));
        }
        Standardized data = Standardized.of(answers, overall);
        LearntWeights best = null;
        for (double penalty : PENALTIES) {
            LearntWeights fitted = fit(parts, data, penalty);
            best = best == null || fitted.explained > best.explained ? fitted : best;
        }
        return Objects.requireNonNull(best);
    }

    private static LearntWeights fit(List<String> parts, Standardized data, double penalty) {
        int size = parts.size();
        double[][] inverse = inverse(data.gram(penalty));
        double[] moments = data.moments();
        double[] coefficients = new double[size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                coefficients[i] += inverse[i][j] * moments[j];
            }
        }
        double errors = 0;
        double variance = 0;
        for (int row = 0; row < data.rows().size(); row++) {
            double[] x = data.rows().get(row);
            double predicted = 0;
            double leverage = 1.0 / data.rows().size();
            for (int i = 0; i < size; i++) {
                predicted += x[i] * coefficients[i];
                for (int j = 0; j < size; j++) {
                    leverage += x[i] * inverse[i][j] * x[j];
                }
            }
            double leftOut = (data.overall().get(row) - predicted) / (1 - leverage);
            errors += leftOut * leftOut;
            variance += data.overall().get(row) * data.overall().get(row);
        }
        return new LearntWeights(
                shares(parts, data, coefficients),
                data.rows().size(),
                penalty,
                variance == 0 ? 0 : 1 - errors / variance);
    }

    /** Coefficients on the parts' own scale, since weights weigh points from 0 to 100. */
    private static Map<String, Double> shares(List<String> parts, Standardized data, double[] coefficients) {
        double[] own = new double[coefficients.length];
        double sum = 0;
        for (int i = 0; i < own.length; i++) {
            own[i] = data.spread()[i] == 0 ? 0 : Math.max(0, coefficients[i] / data.spread()[i]);
            sum += own[i];
        }
        Map<String, Double> shares = new LinkedHashMap<>();
        for (int i = 0; i < own.length; i++) {
            shares.put(parts.get(i), sum == 0 ? 0 : own[i] * HUNDRED / sum);
        }
        return shares;
    }

    /** By Gauss and Jordan; a positive penalty makes the matrix positive definite. */
    private static double[][] inverse(double[][] matrix) {
        int size = matrix.length;
        double[][] inverse = new double[size][size];
        for (int i = 0; i < size; i++) {
            inverse[i][i] = 1;
        }
        for (int pivot = 0; pivot < size; pivot++) {
            double divisor = matrix[pivot][pivot];
            for (int column = 0; column < size; column++) {
                matrix[pivot][column] /= divisor;
                inverse[pivot][column] /= divisor;
            }
            for (int row = 0; row < size; row++) {
                double factor = row == pivot ? 0 : matrix[row][pivot];
                for (int column = 0; column < size; column++) {
                    matrix[row][column] -= factor * matrix[pivot][column];
                    inverse[row][column] -= factor * inverse[pivot][column];
                }
            }
        }
        return inverse;
    }

    /** Parts with mean 0 and spread 1, an overall score with mean 0. */
    private record Standardized(List<double[]> rows, List<Double> overall, double[] spread) {
        static Standardized of(List<double[]> answers, List<Double> overall) {
            int size = answers.get(0).length;
            double[] mean = new double[size];
            double[] spread = new double[size];
            for (int i = 0; i < size; i++) {
                int column = i;
                mean[i] = answers.stream()
                        .mapToDouble(row -> row[column])
                        .average()
                        .orElse(0);
                double middle = mean[i];
                spread[i] = Math.sqrt(answers.stream()
                        .mapToDouble(row -> (row[column] - middle) * (row[column] - middle))
                        .average()
                        .orElse(0));
            }
            double meanOverall =
                    overall.stream().mapToDouble(Double::doubleValue).average().orElse(0);
            List<double[]> rows = new ArrayList<>();
            for (double[] answer : answers) {
                double[] row = new double[size];
                for (int i = 0; i < size; i++) {
                    row[i] = spread[i] == 0 ? 0 : (answer[i] - mean[i]) / spread[i];
                }
                rows.add(row);
            }
            return new Standardized(
                    rows, overall.stream().map(score -> score - meanOverall).toList(), spread);
        }

        double[][] gram(double penalty) {
            int size = spread.length;
            double[][] gram = new double[size][size];
            for (double[] row : rows) {
                for (int i = 0; i < size; i++) {
                    for (int j = 0; j < size; j++) {
                        gram[i][j] += row[i] * row[j];
                    }
                }
            }
            for (int i = 0; i < size; i++) {
                gram[i][i] += penalty;
            }
            return gram;
        }

        double[] moments() {
            double[] moments = new double[spread.length];
            for (int row = 0; row < rows.size(); row++) {
                for (int i = 0; i < moments.length; i++) {
                    moments[i] += rows.get(row)[i] * overall.get(row);
                }
            }
            return moments;
        }
    }
}
