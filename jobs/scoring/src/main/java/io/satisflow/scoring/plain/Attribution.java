package io.satisflow.scoring.plain;

import io.satisflow.scoring.linear.ModelLanguage;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** By whom a text says that something was said, as its language puts it before or behind the words. For one thread. */
final class Attribution {
    /** Who said it need not be named: these are said of what is sold. */
    private static final List<String> ENGLISH_SAID = List.of(
            "advertised as",
            "described as",
            "sold as",
            "marketed as",
            "billed as",
            "labelled as",
            "labeled as",
            "claims to be",
            "claim to be",
            "claiming to be",
            "claimed to be",
            "motto is",
            "slogan is",
            "motto was",
            "slogan was",
            "supposed to be",
            "supposedly");

    private static final List<String> ENGLISH_SAYING = List.of(
            "say",
            "says",
            "said",
            "saying",
            "promise",
            "promises",
            "promised",
            "claim",
            "claims",
            "claimed",
            "call it",
            "called it",
            "tell you",
            "told me",
            "told us",
            "advertise",
            "advertises",
            "advertised",
            "said it is",
            "said it was",
            "say it is",
            "says it is",
            "boasts");
    private static final List<String> ENGLISH_SELLERS = List.of(
            "they",
            "you",
            "you guys",
            "site",
            "website",
            "page",
            "ad",
            "ads",
            "advert",
            "box",
            "package",
            "label",
            "listing",
            "description",
            "seller",
            "shop",
            "store",
            "menu",
            "brochure",
            "flyer",
            "manual",
            "app",
            "company",
            "agent",
            "rep",
            "manager",
            "salesman",
            "driver",
            "hotline",
            "support");
    private static final List<String> ENGLISH_DENIED = List.of("so-called", "so called", "their", "your");
    /** The "fresh" fish: praise in quotation marks is none, but the "dark orange" color is one. */
    private static final List<String> ENGLISH_POINTING =
            List.of("the", "this", "these", "its", "his", "her", "a", "an");

    private static final List<String> ENGLISH_PRAISE = List.of(
            "fresh",
            "new",
            "premium",
            "best",
            "free",
            "great",
            "good",
            "deluxe",
            "luxury",
            "quality",
            "professional",
            "expert",
            "fast",
            "quick",
            "express",
            "instant",
            "helpful",
            "friendly",
            "clean",
            "organic",
            "homemade",
            "world",
            "five",
            "5",
            "priority",
            "easy",
            "special",
            "genuine",
            "amazing",
            "service",
            "support",
            "customer",
            "improved",
            "warm",
            "hot",
            "quiet",
            "safe",
            "secure",
            "fixed",
            "full",
            "gourmet",
            "authentic");
    private static final Pattern ENGLISH_BEHIND = Pattern.compile(
            ",? *(?:(?:as )?(?:they|you(?: guys)?|the (?:\\w+ )?(?:site|website|page|ad|advert|box|label|listing|description|seller|shop|store"
                    + "|menu|brochure|company|agent|rep|manager)) (?:say|says|said|promise[sd]?|claim(?:s|ed)?|told (?:me|us))"
                    + "|(?:says|said|claims|promises) (?:the|their|your) )",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ENGLISH_DENIED_BEHIND =
            Pattern.compile(",? *(?:my (?:foot|ass|eye)\\b|yeah,? right)", Pattern.CASE_INSENSITIVE);

    private static final List<String> CHINESE_SAID =
            List.of("号称", "自称", "标榜", "标榜的", "吹嘘", "说是", "说好的", "说好", "写着", "标着", "打着", "美其名曰", "宣称", "宣传的", "宣传");
    private static final List<String> CHINESE_SAYING = List.of("说", "称", "承诺", "保证", "说的", "写的", "标的", "写");
    private static final List<String> CHINESE_SELLERS = List.of(
            "他们", "你们", "商家", "卖家", "店家", "店主", "老板", "客服", "销售", "导购", "广告", "页面", "网页", "详情", "介绍", "描述", "宣传", "官网",
            "公司");
    private static final List<String> CHINESE_DENIED = List.of("所谓", "所谓的", "他们的", "你们的", "贵公司的", "商家的", "卖家的");
    private static final Pattern CHINESE_DENIED_BEHIND = Pattern.compile("(?:就是个笑话|个鬼|才怪|完全是骗|都是骗|是假的)");

    /** How far before what is said its speaker is looked for, in UTF-16 units. */
    private static final int NEAR = 32;

    /** Whose the words are. */
    enum Of {
        SELLER,
        /** A name that what is sold does not deserve. */
        NAME,
        NOBODY
    }

    private final boolean spaced;
    private final List<String> said;
    private final List<String> saying;
    private final List<String> sellers;
    private final List<String> denied;
    private final BitSet lasts = new BitSet();
    private final @Nullable Matcher behind;
    private final Matcher deniedBehind;

    Attribution(ModelLanguage language) {
        this.spaced = language == ModelLanguage.ENGLISH;
        this.said = spaced ? ENGLISH_SAID : CHINESE_SAID;
        this.saying = spaced ? ENGLISH_SAYING : CHINESE_SAYING;
        this.sellers = spaced ? ENGLISH_SELLERS : CHINESE_SELLERS;
        this.denied = spaced ? ENGLISH_DENIED : CHINESE_DENIED;
        this.behind = spaced ? ENGLISH_BEHIND.matcher("") : null;
        this.deniedBehind = (spaced ? ENGLISH_DENIED_BEHIND : CHINESE_DENIED_BEHIND).matcher("");
        Stream.of(said, saying, denied, spaced ? ENGLISH_POINTING : List.<String>of())
                .flatMap(List::stream)
                .forEach(word -> lasts.set(word.charAt(word.length() - 1)));
    }

    /**
     * @param begin of the words, where their mark stands
     * @param end behind their mark
     */
    Of of(String text, int begin, int end) {
        int last = lastBefore(text, begin);
        if (last >= 0 && lasts.get(Character.toLowerCase(text.charAt(last)))) {
            String before =
                    text.substring(Math.max(0, last + 1 - NEAR), last + 1).toLowerCase(Locale.ROOT);
            if (qualifies(text, end)
                    && (endsWithAny(before, denied)
                            || (spaced && endsWithAny(before, ENGLISH_POINTING) && praises(text, begin)))) {
                return Of.NAME;
            }
            if (endsWithAny(before, said) || (endsWithAny(before, saying) && names(before, sellers))) {
                return Of.SELLER;
            }
        }
        if (looksAt(deniedBehind, text, end)) {
            return Of.NAME;
        }
        return behind != null && looksAt(behind, text, end) ? Of.SELLER : Of.NOBODY;
    }

    /** "Fresh" in: the "fresh" fish. */
    private boolean qualifies(String text, int end) {
        return !spaced
                || (end + 1 < text.length() && text.charAt(end) == ' ' && Character.isLetter(text.charAt(end + 1)));
    }

    private static boolean praises(String text, int begin) {
        int end = begin + 1;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        return ENGLISH_PRAISE.contains(text.substring(begin + 1, end).toLowerCase(Locale.ROOT));
    }

    private static int lastBefore(String text, int begin) {
        int last = begin - 1;
        while (last >= 0 && " :\uff1a,\uff0c".indexOf(text.charAt(last)) >= 0) {
            last--;
        }
        return last;
    }

    private boolean endsWithAny(String before, List<String> words) {
        for (String word : words) {
            int start = before.length() - word.length();
            if (before.endsWith(word) && (!spaced || start == 0 || !Character.isLetter(before.charAt(start - 1)))) {
                return true;
            }
        }
        return false;
    }

    private boolean names(String before, List<String> words) {
        for (String word : words) {
            int at = before.indexOf(word);
            if (at >= 0 && (!spaced || at == 0 || !Character.isLetter(before.charAt(at - 1)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean looksAt(Matcher matcher, String text, int from) {
        boolean found = matcher.reset(text).region(from, text.length()).lookingAt();
        // A scorer lives for months; it should not hold on to the last text.
        matcher.reset("");
        return found;
    }
}
