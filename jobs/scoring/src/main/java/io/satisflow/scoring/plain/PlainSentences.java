package io.satisflow.scoring.plain;

import io.satisflow.scoring.linear.ModelLanguage;

/** Of a language whose sentences begin with what they ask or tell. */
final class PlainSentences implements MatterOfFact.Reading {
    private final Sayings sayings;

    PlainSentences(ModelLanguage language) {
        this.sayings = new Sayings(language);
    }

    @Override
    public boolean isMatterOfFact(String text) {
        int sentences = 0;
        int at = 0;
        while (at < text.length()) {
            int begin = beginning(text, at);
            if (begin < 0) {
                return false;
            }
            int end = endOfSentence(text, begin);
            if (begin < end) {
                if (!isPlain(text, begin, end)) {
                    return false;
                }
                sentences++;
            }
            at = end + 1;
        }
        return sentences > 0;
    }

    /** Behind greetings, names of accounts and what is no word; negative when no question or fact begins there. */
    private int beginning(String text, int from) {
        int at = from;
        while (at < text.length() && !endsSentence(text, at)) {
            char c = text.charAt(at);
            if (c == '@') {
                at = endOfWord(text, at);
            } else if (!Character.isLetterOrDigit(c)) {
                if (Loudness.isAt(text, at)) {
                    return -1;
                }
                at++;
            } else {
                sayings.read(text, at);
                if (opens()) {
                    return at;
                }
                if (sayings.endOfGreeting() == at) {
                    return -1;
                }
                at = sayings.endOfGreeting();
            }
        }
        return at;
    }

    private boolean opens() {
        return sayings.say(Saying.ASKS) || sayings.say(Saying.ASKS_WITH_MARK) || sayings.say(Saying.TELLS);
    }

    private boolean isPlain(String text, int begin, int end) {
        sayings.read(text, begin);
        boolean marked = end < text.length() && Loudness.asks(text.charAt(end));
        boolean opens =
                sayings.say(Saying.ASKS) || sayings.say(Saying.TELLS) || (marked && sayings.say(Saying.ASKS_WITH_MARK));
        if (!opens || endsLoudly(text, end)) {
            return false;
        }
        int at = begin;
        while (at < end) {
            sayings.read(text, at);
            if (sayings.judge() || Loudness.isAt(text, at) || Loudness.shouts(text.charAt(at))) {
                return false;
            }
            at = Math.max(at + 1, sayings.endOfPassing());
        }
        return true;
    }

    private static boolean endsLoudly(String text, int end) {
        int behind = end + 1;
        return (end < text.length() && Loudness.shouts(text.charAt(end)))
                || (behind < text.length() && (Loudness.isAt(text, behind) || Loudness.shouts(text.charAt(behind))));
    }

    private static int endOfSentence(String text, int from) {
        int end = from;
        while (end < text.length() && !endsSentence(text, end)) {
            end++;
        }
        return end;
    }

    /** A mark with a blank or another mark behind it; not the dot of a number or of an address. */
    private static boolean endsSentence(String text, int i) {
        char c = text.charAt(i);
        boolean mark = c == '.' || Loudness.asks(c) || Loudness.shouts(c);
        return c == '\n' || (mark && (i + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(i + 1))));
    }

    private static int endOfWord(String text, int from) {
        int end = from;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
