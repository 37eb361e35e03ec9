package io.satisflow.scoring.rntn;

import java.util.Arrays;
import java.util.Optional;

/** The parsers that CoreNLP can build trees with, the better choice first. */
enum Parser {
    /** Several times as fast; its model is in a jar of its own. */
    SHIFT_REDUCE("sr", "edu/stanford/nlp/models/srparser/englishSR.ser.gz"),
    PCFG("pcfg", "edu/stanford/nlp/models/lexparser/englishPCFG.ser.gz");

    private final String variant;
    private final String model;

    Parser(String variant, String model) {
        this.variant = variant;
        this.model = model;
    }

    String variant() {
        return variant;
    }

    String model() {
        return model;
    }

    boolean isThere() {
        return Parser.class.getClassLoader().getResource(model) != null;
    }

    static Optional<Parser> ofVariant(String variant) {
        return Arrays.stream(values())
                .filter(parser -> parser.variant.equals(variant))
                .findFirst();
    }

    /** The best whose model is there. */
    static Optional<Parser> best() {
        return Arrays.stream(values()).filter(Parser::isThere).findFirst();
    }
}
