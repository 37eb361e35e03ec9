package io.satisflow.satisfaction.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Weights from judging two parts at a time, "response speed counts three times as much as price" (the analytic hierarchy
 * process; Saaty, 1980): they are the principal eigenvector of the matrix of judgements. How far the judgements contradict each
 * other is the consistency ratio; up to 0.1 is accepted.
 */
public final class PairwiseComparisons {
    public static final double ACCEPTED_RATIO = 0.1;

    /** Saaty's mean consistency index of random judgements, by the number of parts. */
    private static final double[] OF_CHANCE = {
        0, 0, 0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.54, 1.56, 1.57, 1.59
    };

    private static final double LEAST = 1.0 / 9;
    private static final double MOST = 9;
    private static final int ROUNDS = 10_000;
    private static final double SETTLED = 1e-13;

    private final List<String> parts;
    private final double[][] judgements;

    /**
     * @param parts at least two, at most 15
     * @param judgements how many times as much the part of the row counts as that of the column: square, positive, 1 on the
     *     diagonal, and each the inverse of its mirror
     * @throws IllegalArgumentException when it is not so
     */
    public PairwiseComparisons(List<String> parts, double[][] judgements) {
        this.parts = List.copyOf(parts);
        this.judgements = Arrays.stream(judgements).map(double[]::clone).toArray(double[][]::new);
        int size = parts.size();
        if (size < 2 || size >= OF_CHANCE.length) {
            throw new IllegalArgumentException("between 2 and %d parts can be compared, not %d; make a branch of some"
                    .formatted(OF_CHANCE.length - 1, size));
        }
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                double product = judgements[row][column] * judgements[column][row];
                if (!(judgements[row][column] > 0) || Math.abs(product - 1) > 1e-6) {
                    throw new IllegalArgumentException(
                            "%s against %s is %s, and the other way round %s; each is the inverse of the other"
                                    .formatted(
                                            parts.get(row),
                                            parts.get(column),
                                            judgements[row][column],
                                            judgements[column][row]));
                }
            }
        }
    }

    /** By part; together 1. */
    public Map<String, Double> weights() {
        double[] eigenvector = principalEigenvector(judgements);
        Map<String, Double> weights = new LinkedHashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            weights.put(parts.get(i), eigenvector[i]);
        }
        return weights;
    }

    /** 0 when no judgement contradicts another, 1 when they do as much as random ones. */
    public double consistencyRatio() {
        return ratio(judgements);
    }

    /**
     * The judgement that contradicts the others most.
     *
     * @param first the part that is judged
     * @param second what it is compared with
     * @param judged how many times as much it counts
     * @param mended what the other judgements make of this pair, between 1/9 and 9
     * @param ratio the consistency ratio with it
     */
    public record Contradiction(String first, String second, double judged, double mended, double ratio) {}

    public Contradiction worst() {
        double[] weights = principalEigenvector(judgements);
        int worstRow = 0;
        int worstColumn = 1;
        double worst = -1;
        for (int row = 0; row < parts.size(); row++) {
            for (int column = row + 1; column < parts.size(); column++) {
                double off = Math.abs(Math.log(judgements[row][column] * weights[column] / weights[row]));
                if (off > worst) {
                    worst = off;
                    worstRow = row;
                    worstColumn = column;
                }
            }
        }
        double mended = withoutPair(worstRow, worstColumn);
        return new Contradiction(
                parts.get(worstRow),
                parts.get(worstColumn),
                judgements[worstRow][worstColumn],
                mended,
                ratio(replaced(worstRow, worstColumn, mended)));
    }

    /** Harker (1987): with the pair left open, the weights of the others say what it should be. */
    private double withoutPair(int row, int column) {
        double[][] open = replaced(row, column, 1);
        open[row][column] = 0;
        open[column][row] = 0;
        open[row][row] = 2;
        open[column][column] = 2;
        double[] weights = principalEigenvector(open);
        return Math.max(LEAST, Math.min(MOST, weights[row] / weights[column]));
    }

    private double[][] replaced(int row, int column, double judgement) {
        double[][] other = Arrays.stream(judgements).map(double[]::clone).toArray(double[][]::new);
        other[row][column] = judgement;
        other[column][row] = 1 / judgement;
        return other;
    }

    private static double ratio(double[][] matrix) {
        int size = matrix.length;
        double ofChance = OF_CHANCE[size];
        if (ofChance == 0) {
            return 0;
        }
        double[] weights = principalEigenvector(matrix);
        double eigenvalue = 0;
        double[] product = times(matrix, weights);
        for (int i = 0; i < size; i++) {
            eigenvalue += product[i] / weights[i] / size;
        }
        return Math.max(0, (eigenvalue - size) / (size - 1) / ofChance);
    }

    /** By power iteration, which converges for positive matrices. */
    private static double[] principalEigenvector(double[][] matrix) {
        double[] vector = new double[matrix.length];
        Arrays.fill(vector, 1.0 / matrix.length);
        for (int round = 0; round < ROUNDS; round++) {
            double[] next = times(matrix, vector);
            double sum = Arrays.stream(next).sum();
            double moved = 0;
            for (int i = 0; i < next.length; i++) {
                next[i] /= sum;
                moved = Math.max(moved, Math.abs(next[i] - vector[i]));
            }
            vector = next;
            if (moved < SETTLED) {
                break;
            }
        }
        return vector;
    }

    private static double[] times(double[][] matrix, double[] vector) {
        List<Double> products = new ArrayList<>();
        for (double[] row : matrix) {
            double sum = 0;
            for (int i = 0; i < row.length; i++) {
                sum += row[i] * vector[i];
            }
            products.add(sum);
        }
        return products.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
