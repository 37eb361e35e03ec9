package io.satisflow.scoring;

import io.satisflow.scoring.linear.LinearModel;
import io.satisflow.scoring.linear.ModelFormat;
import io.satisflow.scoring.linear.ModelLanguage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/** The models that come with Satisflow, read once for the whole process. Each has its card beside it. */
public final class ShippedModels {
    private ShippedModels() {}

    private static final class Loaded {
        private static final List<LinearModel> MODELS =
                Arrays.stream(ModelLanguage.values()).map(ShippedModels::load).toList();
    }

    public static List<LinearModel> all() {
        return Loaded.MODELS;
    }

    private static LinearModel load(ModelLanguage language) {
        String name = "models/" + language.code() + ".model";
        try (InputStream in = ShippedModels.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The shipped model %s is not on the class path".formatted(name));
            }
            return ModelFormat.read(in, name);
        } catch (IOException e) {
            throw new UncheckedIOException("The shipped model %s cannot be read".formatted(name), e);
        }
    }
}
