package io.satisflow.scoring.aspects;

import io.satisflow.sentiment.AspectVocabulary;
import io.satisflow.sentiment.AspectWords;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which aspects the words of a clause attest. An aspect's excepted phrases are read first, so that its words within them
 * do not count. Holds the counts of one text: for one thread only.
 */
public final class WordEvidence {
    private final PhraseTrie words = new PhraseTrie();
    private final PhraseTrie exceptions = new PhraseTrie();
    private final List<String> names;
    private final int[] hits;
    private final int[] exceptedUntil;
    private long found;

    /** @param language of the words, the primary one alone */
    public WordEvidence(AspectVocabulary vocabulary, String language) {
        List<AspectWords> aspects = vocabulary.aspects();
        for (int aspect = 0; aspect < aspects.size(); aspect++) {
            long bit = 1L << aspect;
            aspects.get(aspect).in(language).forEach(word -> words.add(word, bit));
            aspects.get(aspect).except().forEach(phrase -> exceptions.add(phrase, bit));
        }
        names = vocabulary.names();
        hits = new int[aspects.size()];
        exceptedUntil = new int[aspects.size()];
    }

    /** Begins the next text. */
    void clear() {
        Arrays.fill(hits, 0);
        Arrays.fill(exceptedUntil, 0);
    }

    /** The aspects that words between two places attest, one bit each. Clauses of a text are read in turn. */
    long read(CharSequence text, int from, int to) {
        found = 0;
        for (int at = from; at < to; at++) {
            exceptions.phrasesAt(text, at, to, this::except);
            words.phrasesAt(text, at, to, this::count);
        }
        return found;
    }

    /** The names of the aspects that the words of a text attest. */
    public Set<String> attested(String text, int end) {
        clear();
        long aspects = read(text, 0, end);
        Set<String> attested = new HashSet<>();
        for (long rest = aspects; rest != 0; rest &= rest - 1) {
            attested.add(names.get(Long.numberOfTrailingZeros(rest)));
        }
        return attested;
    }

    /** How many words of the text so far attest the aspect. */
    int hits(int aspect) {
        return hits[aspect];
    }

    private void except(long aspects, int end) {
        for (long rest = aspects; rest != 0; rest &= rest - 1) {
            int aspect = Long.numberOfTrailingZeros(rest);
            exceptedUntil[aspect] = Math.max(exceptedUntil[aspect], end);
        }
    }

    private void count(long aspects, int end) {
        for (long rest = aspects; rest != 0; rest &= rest - 1) {
            int aspect = Long.numberOfTrailingZeros(rest);
            if (end > exceptedUntil[aspect]) {
                hits[aspect]++;
                found |= 1L << aspect;
            }
        }
    }
}
