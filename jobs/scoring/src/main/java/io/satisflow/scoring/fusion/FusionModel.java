package io.satisflow.scoring.fusion;

import io.satisflow.scoring.linear.LinearModel;
import io.satisflow.scoring.linear.ModelLanguage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.CRC32C;

/** What training has found for one language: a linear model, and a head over its answers and the places of texts. */
public record FusionModel(LinearModel linear, FusionHead head) {

    public ModelLanguage language() {
        return linear.language();
    }

    /** How many numbers the place of a text must have. */
    public int dimensions() {
        return head.inputs() - FusionInput.EVIDENCE;
    }

    /** Kind, language and a fingerprint of the contents, so that no two models that differ have one name. */
    public String name() {
        ByteBuffer contents = ByteBuffer.allocate(Float.BYTES * head.weights().length + Double.BYTES)
                .putDouble(head.band());
        for (float weight : head.weights()) {
            contents.putFloat(weight);
        }
        CRC32C sum = new CRC32C();
        sum.update(linear.name().getBytes(StandardCharsets.UTF_8));
        sum.update(contents.flip());
        return String.format(Locale.ROOT, "fusion-%s-%08x", language().code(), (int) sum.getValue());
    }
}
