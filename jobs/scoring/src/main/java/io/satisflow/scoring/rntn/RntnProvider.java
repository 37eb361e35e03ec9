package io.satisflow.scoring.rntn;

import io.satisflow.scoring.ScorerByLanguage;
import io.satisflow.scoring.ScorerProvider;
import io.satisflow.scoring.ScorerRequest;
import io.satisflow.scoring.ScorerUnavailableException;
import io.satisflow.scoring.Scorers;
import io.satisflow.scoring.linear.ModelFormatException;
import io.satisflow.scoring.linear.ModelLanguage;
import io.satisflow.sentiment.SentimentScorer;
import java.util.Map;
import java.util.Optional;

/**
 * {@code rntn}, with the best parser that is there; {@code rntn:sr} and {@code rntn:pcfg} name it. {@code rntn:stock} is
 * CoreNLP as it comes: the usual parser, and the network's own probabilities. English only.
 */
public final class RntnProvider implements ScorerProvider {
    private static final String STOCK = "stock";
    private static final String NETWORK = "edu/stanford/nlp/models/sentiment/sentiment.ser.gz";

    @Override
    public String name() {
        return Scorers.RNTN;
    }

    @Override
    public Optional<String> obstacle(String variant) {
        if (!variant.isEmpty() && parser(variant).isEmpty()) {
            return Optional.of("rntn:%s: known are rntn:sr (the shift-reduce parser), rntn:pcfg and rntn:stock"
                    .formatted(variant));
        }
        boolean isThere = RntnProvider.class.getClassLoader().getResource(NETWORK) != null
                && parser(variant).filter(Parser::isThere).isPresent();
        return isThere ? Optional.empty() : Optional.of(missing(variant));
    }

    private static String missing(String variant) {
        String profiles = variant.equals(Parser.SHIFT_REDUCE.variant()) ? "rntn,rntn-sr" : "rntn";
        return ("The scorer rntn needs Stanford CoreNLP's English models, which are not on the class path: `./satisflow score"
                        + " --scorer %s` fetches them (475 MB; 920 MB for rntn:sr), and so does `mvn -P%s package`")
                .formatted(variant.isEmpty() ? Scorers.RNTN : Scorers.RNTN + ":" + variant, profiles);
    }

    @Override
    public SentimentScorer create(ScorerRequest request) {
        if (!request.models().isEmpty()) {
            throw new ModelFormatException("%s: rntn has no models but CoreNLP's; leave it out"
                    .formatted(request.models().get(0)));
        }
        Parser parser =
                parser(request.variant()).orElseThrow(() -> new ScorerUnavailableException(missing(request.variant())));
        RntnScorer scorer = request.variant().equals(STOCK)
                ? RntnScorer.stock(parser, request.limit())
                : RntnScorer.calibrated(parser, request.limit());
        return new ScorerByLanguage(Map.of(ModelLanguage.ENGLISH, scorer::score), request.limit());
    }

    private static Optional<Parser> parser(String variant) {
        return switch (variant) {
            case "" -> Parser.best();
            case STOCK -> Optional.of(Parser.PCFG);
            default -> Parser.ofVariant(variant);
        };
    }
}
