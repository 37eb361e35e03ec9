package io.satisflow.scoring.fusion;

/** An encoder for tests: the place of a text is how often each of some words stands in it. Counts what it is asked. */
public final class WordPlaces implements TextEncoder {
    private final String[] words;
    private int asked;

    public WordPlaces(String... words) {
        this.words = words;
    }

    public int asked() {
        return asked;
    }

    @Override
    public int dimensions() {
        return words.length + 1;
    }

    @Override
    public float[] encode(String text) {
        asked++;
        float[] place = new float[dimensions()];
        place[words.length] = 1;
        double squares = 1;
        for (int i = 0; i < words.length; i++) {
            place[i] = text.contains(words[i]) ? 1 : 0;
            squares += place[i];
        }
        for (int i = 0; i < place.length; i++) {
            place[i] /= (float) Math.sqrt(squares);
        }
        return place;
    }
}
