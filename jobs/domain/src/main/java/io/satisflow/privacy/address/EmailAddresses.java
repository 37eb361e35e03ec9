package io.satisflow.privacy.address;

import io.satisflow.privacy.finding.Findings;
import io.satisflow.privacy.finding.PersonalData;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds e-mail addresses by their {@code @}, looking a bounded way to both sides, so that no text makes it slow; and those
 * whose signs are spelt, such as {@code anna (at) example.org}.
 */
public final class EmailAddresses {
    private static final int LONGEST_LOCAL_PART = 64;
    private static final int LONGEST_DOMAIN = 253;
    private static final int LONGEST_EAST_ASIAN_NAME = 4;
    private static final String LOCAL_SIGNS = "._%+-'";

    /** Top-level names that are not of Latin letters and that letters of a sentence may follow without a blank. */
    private static final List<String> EAST_ASIAN_TOP_LEVELS = List.of(
            "中国", "中國", "公司", "网络", "網絡", "在线", "中文网", "网址", "网站", "香港", "台灣", "台湾", "新加坡", "商城", "集团", "测试", "测试",
            "我爱你", "政务", "移动", "みんな", "한국");

    private static final String NAME = "(?<![\\w.%+-])[\\w.%+'-]{1,64}+";
    private static final String LABEL = "[\\p{IsLatin}0-9-]{1,63}";
    private static final String COMMON = "(?:com|org|net|edu|gov|info|io|co|cn|de|fr|uk|eu|me|example|test)";
    private static final String DOT = "(?:\\.| ?[(\\[{] ?(?:dot|punkt|点|\\.) ?[)\\]}] ?| dot )";

    private static final List<Pattern> SPELT = List.of(
            compile(NAME + " ?[(\\[{<] ?(?:at|ät|a|@|艾特) ?[)\\]}>] ?" + LABEL + "(?:" + DOT + LABEL + "){1,4}"),
            compile(NAME + " at " + LABEL + "(?: dot " + LABEL + "){0,2} dot " + COMMON + "(?![\\w-])"),
            compile("(?<=mail.{0,12})(?<![\\w.%+-])[\\w.%+'-]{2,64}+ @ ?" + LABEL + "(?:\\." + LABEL + "){1,4}"),
            compile(NAME + "#(?:qq|163|126|139|gmail|outlook|hotmail|sina|foxmail|yahoo|icloud|aliyun)\\.(?:com|cn)"));

    private EmailAddresses() {}

    public static void find(String text, Findings findings) {
        int free = 0;
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            int end = endOfDomain(text, at + 1);
            int start = end > at ? startOfLocalPart(text, at, free) : at;
            if (start < at && findings.add(start, end, PersonalData.EMAIL)) {
                free = end;
            }
        }
        if (isSpelt(text)) {
            for (Pattern pattern : SPELT) {
                Matcher matcher = pattern.matcher(text);
                while (matcher.find()) {
                    findings.add(matcher.start(), matcher.end(), PersonalData.EMAIL);
                }
            }
        }
    }

    /** The patterns read every name of a text; most texts have no sign that one of them could be an address. */
    private static boolean isSpelt(String text) {
        for (int i = 1; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '(', '[', '{', '<', '#' -> {
                    return true;
                }
                case 'a', 'A', 'd', 'D', '@' -> {
                    if (text.charAt(i - 1) == ' '
                            && (text.regionMatches(true, i, "dot ", 0, 4) || text.charAt(i) == '@')) {
                        return true;
                    }
                }
                default -> {}
            }
        }
        return false;
    }

    private static int startOfLocalPart(String text, int at, int free) {
        int start = at;
        while (start > Math.max(free, at - LONGEST_LOCAL_PART) && isLocal(text.charAt(start - 1))) {
            start--;
        }
        while (start < at && LOCAL_SIGNS.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        return start == at ? startOfEastAsianName(text, at, free) : start;
    }

    /** A sentence may stand before such a name without a blank; no more than a name is taken of it. */
    private static int startOfEastAsianName(String text, int at, int free) {
        int start = at;
        while (start > Math.max(free, at - LONGEST_EAST_ASIAN_NAME) && isEastAsian(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /** Letters of other alphabets belong to an address; Chinese and Japanese stand beside it without a blank. */
    private static boolean isLocal(char c) {
        return LOCAL_SIGNS.indexOf(c) >= 0 || isLabel(c);
    }

    /** The end of a name with at least two labels, the last of them a top-level one; -1 without one. */
    private static int endOfDomain(String text, int start) {
        int limit = Math.min(text.length(), start + LONGEST_DOMAIN);
        int end = -1;
        int label = start;
        while (label < limit) {
            int labelEnd = endOfLabel(text, label, limit);
            if (label > start) {
                int topLevel = endOfTopLevel(text, label, labelEnd);
                end = topLevel > 0 ? topLevel : end;
            }
            if (labelEnd == label || labelEnd >= limit || text.charAt(labelEnd) != '.') {
                return end;
            }
            label = labelEnd + 1;
        }
        return end;
    }

    private static int endOfLabel(String text, int start, int limit) {
        int end = start;
        while (end < limit && (text.charAt(end) == '-' || isLabel(text.charAt(end)))) {
            end++;
        }
        if (end == start) {
            while (end < limit && isEastAsian(text.charAt(end))) {
                end++;
            }
        }
        return end;
    }

    private static boolean isLabel(char c) {
        return c < '\u2e80' && Character.isLetterOrDigit(c);
    }

    private static boolean isEastAsian(char c) {
        return c >= '\u2e80' && Character.isLetter(c);
    }

    /** @return 0 when this is no top-level name */
    private static int endOfTopLevel(String text, int start, int end) {
        if (start < end && isEastAsian(text.charAt(start))) {
            for (String name : EAST_ASIAN_TOP_LEVELS) {
                if (text.startsWith(name, start)) {
                    return start + name.length();
                }
            }
            return 0;
        }
        String name = text.substring(start, end);
        boolean letters = name.length() >= 2 && name.chars().allMatch(Character::isLetter);
        return letters || name.regionMatches(true, 0, "xn--", 0, 4) ? end : 0;
    }

    private static Pattern compile(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
