package io.satisflow.embedding;

import java.io.InputStream;

/**
 * The networks that come in jars. Both are BAAI's small general embeddings with weights of eight bits; a text's place is
 * the state of its start. MiniLM, of half the cost, was tried as well and is two points of macro-F1 behind.
 */
enum EncoderNetwork {
    /** Twelve layers. */
    ENGLISH("bge-small-en-v1.5-q", 384),
    /** Four layers. */
    CHINESE("bge-small-zh-v1.5-q", 512);

    private final String file;
    private final int dimensions;

    EncoderNetwork(String file, int dimensions) {
        this.file = file;
        this.dimensions = dimensions;
    }

    int dimensions() {
        return dimensions;
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
