package io.satisflow.local.speech;

import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence with places for what changes in it, in two languages.
 *
 * @param english matches the whole sentence; a group for each place
 * @param chinese with {@code %s} for the next place or {@code %2$s} for the second
 * @param longest the longest run of letters between places, looked for first since it costs little
 * @param letters how many letters are not of a place: the more, the surer
 */
record SentenceForm(Pattern english, String chinese, String longest, int letters) {
    static final Pattern PLACE = Pattern.compile("%(?:(\\d+)\\$)?[-#+0,]*\\d*(?:\\.\\d+)?([sdfg])");
    private static final String PERCENT = "%%";

    static SentenceForm of(String english, String chinese) {
        StringBuilder pattern = new StringBuilder();
        String longest = "";
        int letters = 0;
        int from = 0;
        Matcher places = PLACE.matcher(english);
        while (true) {
            boolean isPlace = places.find();
            String between = english.substring(from, isPlace ? places.start() : english.length())
                    .replace(PERCENT, "%");
            pattern.append(Pattern.quote(between));
            letters += between.length();
            longest = between.length() > longest.length() ? between : longest;
            if (!isPlace) {
                return new SentenceForm(Pattern.compile(pattern.toString()), chinese, longest, letters);
            }
            pattern.append(places.group(2).equals("s") ? "(.*?)" : "(-?[0-9][0-9.,eE+-]*)");
            from = places.end();
        }
    }

    /** @param inner puts into Chinese what stands at a place, which may be a sentence again */
    Optional<String> say(String sentence, UnaryOperator<String> inner) {
        if (!sentence.contains(longest)) {
            return Optional.empty();
        }
        Matcher said = english.matcher(sentence);
        if (!said.matches()) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder();
        int from = 0;
        int next = 1;
        Matcher places = PLACE.matcher(chinese);
        while (places.find()) {
            text.append(chinese, from, places.start());
            int place = places.group(1) == null ? next++ : Integer.parseInt(places.group(1));
            text.append(inner.apply(said.group(place)));
            from = places.end();
        }
        return Optional.of(text.append(chinese.substring(from)).toString().replace(PERCENT, "%"));
    }
}
