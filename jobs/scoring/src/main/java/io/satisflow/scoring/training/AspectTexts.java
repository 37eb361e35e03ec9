package io.satisflow.scoring.training;

import io.satisflow.scoring.labelled.TextWithAspects;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The texts of one source, labelled with aspects.
 *
 * @param name of its file
 */
public record AspectTexts(String name, List<TextWithAspects> texts) {

    /** Those that its labellers had to choose from. Of others, its texts say nothing. */
    Set<String> known() {
        Set<String> known = new HashSet<>();
        texts.forEach(text -> known.addAll(text.aspects().keySet()));
        return known;
    }
}
