package io.satisflow.scoring.linear;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** What training has found for one language. Never changes, so any number of scorers share one. */
public final class LinearModel {
    private final ModelLanguage language;
    private final int bits;
    private final QuantizedWeights weights;
    private final Calibration calibration;
    private final @Nullable Calibration ofPassages;
    private final String name;

    /** @param ofPassages of the margins of texts that are read passage by passage; null when none are */
    LinearModel(
            ModelLanguage language,
            int bits,
            QuantizedWeights weights,
            Calibration calibration,
            @Nullable Calibration ofPassages) {
        if (weights.codes().length != calibration.margins() << bits) {
            throw new IllegalArgumentException("Expected %d weights for 2^%d buckets, but was %d"
                    .formatted(calibration.margins() << bits, bits, weights.codes().length));
        }
        this.language = language;
        this.bits = bits;
        this.weights = weights;
        this.calibration = calibration;
        this.ofPassages = ofPassages;
        this.name = "linear-%s-%08x".formatted(language.code(), fingerprint());
    }

    /**
     * @param bits the logarithm of the number of buckets
     * @param weights of bucket 0 for each margin of the calibration, then of bucket 1, and so on
     */
    public static LinearModel of(ModelLanguage language, int bits, double[] weights, Calibration calibration) {
        return new LinearModel(language, bits, QuantizedWeights.of(weights, calibration.margins()), calibration, null);
    }

    /** The same weights under another calibration, of all texts alike. */
    public LinearModel withCalibration(Calibration other) {
        return new LinearModel(language, bits, weights, other, ofPassages == null ? null : other);
    }

    /** The same weights under other calibrations, one for texts that are read as a whole and one for all others. */
    public LinearModel withCalibrations(Calibration ofWholes, Calibration ofPassages) {
        return new LinearModel(language, bits, weights, ofWholes, ofPassages);
    }

    /** The same weights, for a scorer that reads long texts passage by passage; see {@link Passages}. */
    public LinearModel byPassages() {
        return new LinearModel(language, bits, weights, calibration, calibration);
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

    public boolean readsPassages() {
        return ofPassages != null;
    }

    /** Of the margins of a text that was read by passages, or as a whole. */
    Calibration calibration(boolean byPassages) {
        return byPassages && ofPassages != null ? ofPassages : calibration;
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
        if (ofPassages != null) {
            sum.update(1);
            if (!ofPassages.equals(calibration)) {
                sum.update(ofPassages.toString().getBytes(StandardCharsets.UTF_8));
            }
        }
        return (int) sum.getValue();
    }
}
