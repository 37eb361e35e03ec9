package io.satisflow.scoring.linear;

import io.satisflow.scoring.features.ChineseFeatures;
import io.satisflow.scoring.features.EnglishFeatures;
import io.satisflow.scoring.features.FeatureExtractor;
import java.util.Optional;
import java.util.function.Supplier;

/** The languages that there are features for. */
public enum ModelLanguage {
    ENGLISH("en", EnglishFeatures::new),
    CHINESE("zh", ChineseFeatures::new);

    private static final Optional<ModelLanguage> FOUND_ENGLISH = Optional.of(ENGLISH);
    private static final Optional<ModelLanguage> FOUND_CHINESE = Optional.of(CHINESE);

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
        if (ENGLISH.isPrimaryOf(language)) {
            return FOUND_ENGLISH;
        }
        return CHINESE.isPrimaryOf(language) ? FOUND_CHINESE : Optional.empty();
    }

    /** Asked of every text, so without a pattern. */
    private boolean isPrimaryOf(String language) {
        int length = code.length();
        return language.regionMatches(true, 0, code, 0, length)
                && (language.length() == length || "-_".indexOf(language.charAt(length)) >= 0);
    }
}
