package io.satisflow.sentiment;

/** A text without what makes copies of it differ and says nothing: who was retweeted, and how much blank space there is. */
final class NormalizedText {
    private static final String RETWEET = "RT @";

    private NormalizedText() {}

    /** @param end where to stop reading, exclusive */
    static String of(String text, int end) {
        StringBuilder normalized = new StringBuilder(Math.min(end, text.length()));
        boolean blank = false;
        for (int i = afterRetweet(text, end); i < end; i++) {
            char symbol = text.charAt(i);
            if (Character.isWhitespace(symbol)) {
                blank = !normalized.isEmpty();
            } else {
                if (blank) {
                    normalized.append(' ');
                    blank = false;
                }
                normalized.append(symbol);
            }
        }
        return normalized.toString();
    }

    /** Behind {@code RT @somebody:}, with which old clients and many copies begin. */
    private static int afterRetweet(String text, int end) {
        if (!text.startsWith(RETWEET)) {
            return 0;
        }
        int i = RETWEET.length();
        while (i < end && (Character.isLetterOrDigit(text.charAt(i)) || text.charAt(i) == '_')) {
            i++;
        }
        boolean named = i > RETWEET.length() && i < end && text.charAt(i) == ':';
        return named ? i + 1 : 0;
    }
}
