package io.satisflow.embedding;

import io.satisflow.scoring.fusion.EncoderProvider;
import io.satisflow.scoring.fusion.TextEncoder;
import io.satisflow.scoring.linear.ModelLanguage;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;

/** Networks that ONNX Runtime runs, and the fusion models that were trained on them. */
public final class OnnxEncoders implements EncoderProvider {
    private static final Map<ModelLanguage, TextEncoder> LOADED = new EnumMap<>(ModelLanguage.class);

    @Override
    public TextEncoder encoder(ModelLanguage language) {
        synchronized (LOADED) {
            return LOADED.computeIfAbsent(language, missing -> new SentenceEncoder(network(missing)));
        }
    }

    @Override
    public InputStream model(ModelLanguage language) {
        String name = "models/" + language.code() + ".fusion";
        InputStream in = OnnxEncoders.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("The shipped model %s is not on the class path".formatted(name));
        }
        return in;
    }

    private static EncoderNetwork network(ModelLanguage language) {
        return switch (language) {
            case ENGLISH -> EncoderNetwork.ENGLISH;
            case CHINESE -> EncoderNetwork.CHINESE;
        };
    }
}
