package io.satisflow.scoring.fusion;

import io.satisflow.scoring.ScorerByLanguage;
import io.satisflow.scoring.ScorerByLanguage.OfOneLanguage;
import io.satisflow.scoring.ScorerProvider;
import io.satisflow.scoring.ScorerRequest;
import io.satisflow.scoring.ScorerUnavailableException;
import io.satisflow.scoring.Scorers;
import io.satisflow.scoring.linear.ModelLanguage;
import io.satisflow.sentiment.Sentiment;
import io.satisflow.sentiment.SentimentScorer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code fusion}, and {@code fusion:0.9}, which leaves to the linear scorer what that is 0.9 sure of, or more. */
public final class FusionProvider implements ScorerProvider {

    @Override
    public String name() {
        return Scorers.FUSION;
    }

    @Override
    public Optional<String> obstacle(String variant) {
        if (sure(variant).isEmpty()) {
            return Optional.of(("fusion:%s: expected a probability above 0 and up to 1, such as fusion:0.9: what the"
                            + " linear scorer is so sure of is left to it")
                    .formatted(variant));
        }
        return encoders().isPresent()
                ? Optional.empty()
                : Optional.of("The scorer fusion has not been built: `./satisflow score --scorer fusion` builds it,"
                        + " and so does `mvn -Pfusion package`");
    }

    @Override
    public SentimentScorer create(ScorerRequest request) throws IOException {
        EncoderProvider encoders = required();
        double sure = sure(request.variant()).orElse(FusionScorer.ALWAYS);
        Map<ModelLanguage, OfOneLanguage> scorers = new EnumMap<>(ModelLanguage.class);
        for (ModelLanguage language : ModelLanguage.values()) {
            scorers.put(language, new Lazy(() -> {
                TextEncoder encoder = encoders.encoder(language);
                return new FusionScorer(shipped(encoders, language), encoder, request.limit(), sure)::score;
            }));
        }
        for (Path file : request.models()) {
            try (InputStream in = Files.newInputStream(file)) {
                FusionModel model = FusionFormat.read(in, file.toString());
                TextEncoder encoder = encoders.encoder(model.language());
                scorers.put(model.language(), new FusionScorer(model, encoder, request.limit(), sure)::score);
            }
        }
        return new ScorerByLanguage(scorers, request.limit());
    }

    /** Where encoders come from; empty when they have not been built. */
    public static Optional<EncoderProvider> encoders() {
        return ServiceLoader.load(EncoderProvider.class, FusionProvider.class.getClassLoader())
                .findFirst();
    }

    private EncoderProvider required() {
        return encoders()
                .orElseThrow(() -> new ScorerUnavailableException(obstacle("").orElse("")));
    }

    private static FusionModel shipped(EncoderProvider encoders, ModelLanguage language) {
        String name = "The shipped fusion model for " + language.code();
        try (InputStream in = encoders.model(language)) {
            return FusionFormat.read(in, name);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }

    private static Optional<Double> sure(String variant) {
        if (variant.isEmpty()) {
            return Optional.of(FusionScorer.ALWAYS);
        }
        try {
            double sure = Double.parseDouble(variant);
            return sure > 0 && sure <= 1 ? Optional.of(sure) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Made when its first text comes: who reads one language need not load the network of the other. */
    private static final class Lazy implements OfOneLanguage {
        private final Supplier<OfOneLanguage> maker;
        private @Nullable OfOneLanguage made;

        Lazy(Supplier<OfOneLanguage> maker) {
            this.maker = maker;
        }

        @Override
        public Sentiment score(String text) {
            OfOneLanguage ready = made;
            if (ready == null) {
                ready = maker.get();
                made = ready;
            }
            return ready.score(text);
        }
    }
}
