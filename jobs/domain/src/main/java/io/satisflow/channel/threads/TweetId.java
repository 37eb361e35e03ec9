package io.satisflow.channel.threads;

import java.util.Comparator;
import java.util.regex.Pattern;

/** The id of a tweet, ordered as the number that it is. Tables that hold gaps write it as {@code 3.0}. */
record TweetId(String text) implements Comparable<TweetId> {
    private static final Pattern WRITTEN_AS_DECIMAL = Pattern.compile("\\.0+$");
    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=.)");

    /** Without leading zeros the longer number is the greater one. */
    private static final Comparator<TweetId> AS_NUMBERS =
            Comparator.<TweetId>comparingInt(id -> id.text().length()).thenComparing(TweetId::text);

    static TweetId of(String written) {
        String whole = WRITTEN_AS_DECIMAL.matcher(written.strip()).replaceFirst("");
        return new TweetId(LEADING_ZEROS.matcher(whole).replaceFirst(""));
    }

    @Override
    public int compareTo(TweetId other) {
        return AS_NUMBERS.compare(this, other);
    }
}
