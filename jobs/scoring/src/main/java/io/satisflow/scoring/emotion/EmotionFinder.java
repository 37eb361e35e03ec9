package io.satisflow.scoring.emotion;

import io.satisflow.privacy.Marks;
import io.satisflow.scoring.linear.ModelLanguage;
import io.satisflow.sentiment.Emotion;
import io.satisflow.sentiment.Sentiment;
import io.satisflow.sentiment.SentimentLabel;
import io.satisflow.sentiment.WorkLimit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tells the emotion of a message by its sentiment and by the words, marks and capitals that speak of one. The sentiment decides
 * between content and not; the cues decide which of the emotions on that side it is. For one thread.
 */
public final class EmotionFinder {
    /** From here on there is no doubt which side a text is on, whatever single words say. */
    private static final double CLEAR = 0.45;

    private static final double SLIGHT = 0.15;
    /** Up to here a side is a guess. */
    private static final double DOUBT = 0.9;

    private static final double FURIOUS = -0.97;

    private final Map<ModelLanguage, Cues> cues = new EnumMap<>(ModelLanguage.class);

    /**
     * @param text as the customer wrote it
     * @param language BCP 47
     * @param sentiment of the same text
     * @return empty for a text that is not scored
     */
    public Optional<Emotion> find(String text, String language, Sentiment sentiment) {
        if (!sentiment.isScored()) {
            return Optional.empty();
        }
        ModelLanguage known = ModelLanguage.of(language).orElse(ModelLanguage.ENGLISH);
        Cues read = cues.computeIfAbsent(known, Cues::new);
        String words = Marks.without(text);
        read.read(words, WorkLimit.DEFAULT.endOf(words));
        return Optional.of(emotion(read, sentiment, known == ModelLanguage.ENGLISH));
    }

    private static Emotion emotion(Cues cues, Sentiment sentiment, boolean neutralIsLearnt) {
        double score = sentiment.score();
        if (cues.of(Cue.SARCASM) > 0) {
            return Emotion.ANGER;
        }
        boolean asksOnly = cues.asks() && score < CLEAR;
        if (cues.of(Cue.GRATITUDE) > 0 && cues.of(Cue.ANGER) == 0 && score > -CLEAR && !asksOnly) {
            return Emotion.GRATITUDE;
        }
        if (cues.of(Cue.WORRY) > 0 && cues.of(Cue.ANGER) == 0 && score < CLEAR) {
            return Emotion.WORRY;
        }
        if (sentiment.label() == SentimentLabel.NEGATIVE || (score < SLIGHT && isComplaint(cues))) {
            return shows(cues, score, neutralIsLearnt) ? complaint(cues, score) : Emotion.NONE;
        }
        if (sentiment.label() == SentimentLabel.POSITIVE && score > SLIGHT) {
            return praise(cues, score, neutralIsLearnt);
        }
        return cues.of(Cue.JOY) > 0 && score > 0 && !cues.asks() ? Emotion.JOY : Emotion.NONE;
    }

    /**
     * Whether somebody who is not content says so with feeling: by a word, or loudly, or so that the scorer has no doubt. A question
     * without any of it asks; and where no neutral text was there to learn from, every text is on some side.
     */
    private static boolean shows(Cues cues, double score, boolean neutralIsLearnt) {
        boolean doubted = score > (neutralIsLearnt ? -DOUBT : FURIOUS);
        return isComplaint(cues) || cues.isLoud() || !doubted || (neutralIsLearnt && !cues.asks());
    }

    private static Emotion praise(Cues cues, double score, boolean neutralIsLearnt) {
        boolean praised = cues.of(Cue.JOY) + cues.of(Cue.GRATITUDE) > 0;
        if (score < DOUBT && cues.of(Cue.DISAPPOINTMENT) > 0 && cues.of(Cue.DISAPPOINTMENT) >= cues.of(Cue.JOY)) {
            return Emotion.DISAPPOINTMENT;
        }
        return praised || neutralIsLearnt ? Emotion.JOY : Emotion.NONE;
    }

    private static boolean isComplaint(Cues cues) {
        return cues.of(Cue.ANGER) + cues.of(Cue.DISAPPOINTMENT) > 0;
    }

    private static Emotion complaint(Cues cues, double score) {
        int angry = 2 * cues.of(Cue.ANGER) + (cues.isLoud() ? 2 : 0) + (score < FURIOUS ? 1 : 0);
        int let = 2 * cues.of(Cue.DISAPPOINTMENT);
        return angry > 1 && angry > let ? Emotion.ANGER : Emotion.DISAPPOINTMENT;
    }
}
