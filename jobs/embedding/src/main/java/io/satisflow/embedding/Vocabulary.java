package io.satisflow.embedding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The word pieces that a network knows, by number. A piece that goes on within a word begins with {@code ##}.
 *
 * @param lowerCase whether texts are written small, and without accents, before they are looked up
 */
record Vocabulary(Map<String, Integer> numbers, boolean lowerCase) {
    private static final String START = "[CLS]";
    private static final String END = "[SEP]";
    private static final String UNKNOWN = "[UNK]";

    /** @param in the {@code tokenizer.json} that stands beside a network */
    static Vocabulary read(InputStream in) throws IOException {
        JsonNode tokenizer = new ObjectMapper().readTree(in);
        Map<String, Integer> numbers = new HashMap<>();
        tokenizer
                .path("model")
                .path("vocab")
                .properties()
                .forEach(piece -> numbers.put(piece.getKey(), piece.getValue().asInt()));
        return new Vocabulary(
                numbers, tokenizer.path("normalizer").path("lowercase").asBoolean());
    }

    @Nullable
    Integer number(String piece) {
        return numbers.get(piece);
    }

    int start() {
        return required(START);
    }

    int end() {
        return required(END);
    }

    int unknown() {
        return required(UNKNOWN);
    }

    private int required(String piece) {
        Integer number = numbers.get(piece);
        if (number == null) {
            throw new IllegalArgumentException("The vocabulary has no piece " + piece);
        }
        return number;
    }
}
