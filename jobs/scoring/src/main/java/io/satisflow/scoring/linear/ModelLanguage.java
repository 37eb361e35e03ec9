package io.satisflow.scoring.linear;

import io.satisflow.scoring.features.ChineseFeatures;
import io.satisflow.scoring.features.EnglishFeatures;
import io.satisflow.scoring.features.FeatureExtractor;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** The languages that there are features for. */
public enum ModelLanguage {
    ENGLISH("en", EnglishFeatures::new),
    CHINESE("zh", ChineseFeatures::new);

    private final String code;
    private final Supplier<FeatureExtractor> features;

    ModelLanguage(String code, Supplier<FeatureExtractor> features) {
        this.code = code;
        this.features = features;
    }

    /** BCP 47, the primary language alone. */
    public String code() {
        return code;
    }

    public FeatureExtractor newExtractor() {
        return features.get();
    }

    /**
     * @param language BCP 47; only its primary language counts, so {@code zh-CN} is Chinese
     * @return empty when there are no features for it
     */
    public static Optional<ModelLanguage> of(String language) {
        String primary = language.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(known -> known.code.equals(primary))
                .findFirst();
    }
}
