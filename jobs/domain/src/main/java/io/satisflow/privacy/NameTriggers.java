package io.satisflow.privacy;

/** A quick look for the words that may introduce a name, for texts that have none. */
final class NameTriggers {
    private static final String[] LATIN = {
        "dear", "hi ", "hello", "hey ", "mr", "ms", "miss ", "dr", "prof", "my name", "name:", "name is", "regards",
                "sincerely", "yours ",
        "cheers", "wishes", "this is ", "i'm ", "i am ", "im ", "herr ", "frau ", "madame ", "monsieur ", "mfg",
                "call me ", "signed", "thanks,", "best,",
        "love,", "grüße", "gruß", "cordialement", "attn", "contact:", "mit freund", "liebe", "thank you,", "spoke ",
                "speaking ", "ich hei", "mein name"
    };

    /** For each first letter of a word, whether one of the words begins with it. */
    private static final boolean[] FIRST = firstLetters();

    private NameTriggers() {}

    /** Whether a word that may introduce a name begins here. */
    static boolean isLatin(String text, int at, char c) {
        int lower = c | 0x20;
        if (lower < 'a' || lower > 'z' || !FIRST[lower] || (at > 0 && isLetter(text.charAt(at - 1)))) {
            return false;
        }
        for (String trigger : LATIN) {
            if (trigger.charAt(0) == lower && text.regionMatches(true, at, trigger, 0, trigger.length())) {
                return isFollowedByName(text, at, trigger);
            }
        }
        return false;
    }

    /** Whether a Chinese word that may stand beside a name is here. */
    static boolean isOther(String text, int at, char c) {
        return switch (c) {
            case '叫', '姓' -> true;
            case '士', '姐', '生', '太', '傅', '师', '師', '理', '哥', '总', '經' -> at > 0;
            case '人' -> at > 1 && "系件货款讯".indexOf(text.charAt(at - 1)) >= 0 || at > 0 && text.charAt(at - 1) == '本';
            case '是' -> at > 0 && text.charAt(at - 1) == '我';
            case '的' -> at > 1 && (text.charAt(at - 1) == '敬' || text.charAt(at - 1) == '爱');
            case '名', '呼' -> at > 0;
            default -> false;
        };
    }

    /** "I am" is in many texts; only before a capital letter can it be a name's. */
    private static boolean isFollowedByName(String text, int at, String trigger) {
        if (!trigger.equals("i am ")
                && !trigger.equals("i'm ")
                && !trigger.equals("im ")
                && !trigger.equals("this is ")) {
            return true;
        }
        int next = at + trigger.length();
        return next < text.length() && Character.isUpperCase(text.charAt(next));
    }

    private static boolean isLetter(char c) {
        int lower = c | 0x20;
        return (lower >= 'a' && lower <= 'z') || (c > 0x7f && Character.isLetter(c) && c < 0x2e80);
    }

    private static boolean[] firstLetters() {
        boolean[] first = new boolean[0x80];
        for (String trigger : LATIN) {
            first[trigger.charAt(0)] = true;
        }
        return first;
    }
}
