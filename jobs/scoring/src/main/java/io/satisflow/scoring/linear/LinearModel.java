package io.satisflow.scoring.linear;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** What training has found for one language. Never changes, so any number of scorers share one. */
public final class LinearModel {
    private final ModelLanguage language;
    private final int bits;
    private final QuantizedWeights weights;
    private final Calibration calibration;
    private final boolean passages;
    private final String name;

    LinearModel(ModelLanguage language, int bits, QuantizedWeights weights, Calibration calibration, boolean passages) {
        if (weights.codes().length != calibration.margins() << bits) {
            throw new IllegalArgumentException("Expected %d weights for 2^%d buckets, but was %d"
                    .formatted(calibration.margins() << bits, bits, weights.codes().length));
        }
        this.language = language;
        this.bits = bits;
        this.weights = weights;
        this.calibration = calibration;
        this.passages = passages;
        this.name = "linear-%s-%08x".formatted(language.code(), fingerprint());
    }

    /**
     * @param bits the logarithm of the number of buckets
     * @param weights of bucket 0 for each margin of the calibration, then of bucket 1, and so on
     */
    public static LinearModel of(ModelLanguage language, int bits, double[] weights, Calibration calibration) {
        return new LinearModel(language, bits, QuantizedWeights.of(weights, calibration.margins()), calibration, false);
    }

    /** The same weights under another calibration. */
    public LinearModel withCalibration(Calibration other) {
        return new LinearModel(language, bits, weights, other, passages);
    }

    /** The same weights, for a scorer that reads long texts passage by passage; see {@link Passages}. */
    public LinearModel byPassages() {
        return new LinearModel(language, bits, weights, calibration, true);
    }

    public ModelLanguage language() {
        return language;
    }

    public int bits() {
        return bits;
    }

    QuantizedWeights weights() {
        return weights;
    }

    public Calibration calibration() {
        return calibration;
    }

    boolean readsPassages() {
        return passages;
    }

    /** Kind, language and a fingerprint of the contents, so that no two models that differ have one name. */
    public String name() {
        return name;
    }

    private int fingerprint() {
        CRC32C sum = new CRC32C();
        sum.update(weights.codes());
        sum.update(ByteBuffer.allocate(Float.BYTES).putFloat(weights.largest()).flip());
        sum.update(calibration.toString().getBytes(StandardCharsets.UTF_8));
        if (passages) {
            sum.update(1);
        }
        return (int) sum.getValue();
    }
}
