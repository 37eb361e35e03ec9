package io.satisflow.scoring.aspects;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The aspect models that come with Satisflow, read once for the whole process. English alone; its card stands beside it. */
public final class ShippedAspectModels {
    private static final String ENGLISH = "models/aspects-en.model";

    private ShippedAspectModels() {}

    private static final class Loaded {
        private static final List<AspectModel> MODELS = List.of(load());
    }

    public static List<AspectModel> all() {
        return Loaded.MODELS;
    }

    private static AspectModel load() {
        try (InputStream in = ShippedAspectModels.class.getResourceAsStream("/io/satisflow/scoring/" + ENGLISH)) {
            if (in == null) {
                throw new IllegalStateException("The shipped model %s is not on the class path".formatted(ENGLISH));
            }
            return AspectModelFormat.read(in, ENGLISH);
        } catch (IOException e) {
            throw new UncheckedIOException("The shipped model %s cannot be read".formatted(ENGLISH), e);
        }
    }
}
