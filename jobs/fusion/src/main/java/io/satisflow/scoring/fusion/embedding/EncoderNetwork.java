package io.satisflow.scoring.fusion.embedding;

import java.io.InputStream;

/** The networks that come in jars, and how each wants to be used. */
public enum EncoderNetwork {
    /** Reimers and Gurevych's MiniLM of six layers, for English. */
    MINILM("all-minilm-l6-v2-q", 384, true),
    /** BAAI's small embedding of twelve layers, for English. */
    BGE_ENGLISH("bge-small-en-v1.5-q", 384, false),
    /** BAAI's small embedding of four layers, for Chinese. */
    BGE_CHINESE("bge-small-zh-v1.5-q", 512, false);

    /** Some hundred words. What follows costs time, and the n-grams have read it. */
    private static final int MOST_PIECES = 128;

    private final String file;
    private final int dimensions;
    private final boolean mean;

    EncoderNetwork(String file, int dimensions, boolean mean) {
        this.file = file;
        this.dimensions = dimensions;
        this.mean = mean;
    }

    int dimensions() {
        return dimensions;
    }

    /** Whether the point of a text is the mean of those of its pieces; otherwise it is that of its start. */
    boolean isMean() {
        return mean;
    }

    int mostPieces() {
        return MOST_PIECES;
    }

    InputStream vocabulary() {
        return resource("-tokenizer.json");
    }

    InputStream weights() {
        return resource(".onnx");
    }

    private InputStream resource(String ending) {
        InputStream in = EncoderNetwork.class.getResourceAsStream("/" + file + ending);
        if (in == null) {
            throw new IllegalStateException("%s%s is not on the class path".formatted(file, ending));
        }
        return in;
    }
}
