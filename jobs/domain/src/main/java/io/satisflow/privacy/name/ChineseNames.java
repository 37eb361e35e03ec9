package io.satisflow.privacy.name;

import io.satisflow.privacy.finding.Findings;
import io.satisflow.privacy.finding.PersonalData;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Chinese names: one of the common surnames and one or two characters behind it, where a word announces them or a form of
 * address follows. Where the name ends, what follows tells: a sign, or a character that seldom ends a name.
 */
public final class ChineseNames {
    private static final String SURNAMES =
            "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
                    + "張劉陳楊趙黃吳孫馬羅鄭謝韓馮許傅蘇盧蔣賈葉閻譚鄒陸顧龍萬錢湯賀賴龔";
    private static final String COMPOUND = "欧阳|司马|上官|诸葛|夏侯|皇甫|东方|尉迟|公孙|慕容|令狐|司徒|歐陽";
    private static final String SURNAME = "(?:" + COMPOUND + "|[" + SURNAMES + "])";

    /** Characters that are no part of a given name, or hardly ever. */
    private static final String NEVER_GIVEN = "的了是在我你他她您们";

    private static final String GIVEN_CHARACTER = "[\\p{IsHan}&&[^" + NEVER_GIVEN + "]]";

    /** What goes on in a sentence behind a name rather than ends one. */
    private static final String GOES_ON = "[买的在是有要想来收说们和从已今昨明前我你他她您退订下到不没对就也于给用让去投换发打手电住了很都把被请可能会刚因之购]";

    private static final Pattern ANNOUNCED = Pattern.compile("(?:[ :：是为叫]{0,3})(?<n>" + SURNAME + "(?:"
            + GIVEN_CHARACTER + "{1,2}?(?=[^\\p{IsHan}]|$|" + GOES_ON + "|先生|女士|小姐)|" + GIVEN_CHARACTER + "{2}))");
    private static final Pattern SAID = Pattern.compile("(?<n>" + SURNAME + "[\\p{IsHan}]{1,2})(?=[，,。.！!；; \\n]|$)");
    private static final Pattern SURNAME_ALONE = Pattern.compile("(?<n>" + SURNAME + ")");
    private static final Pattern GREETED = Pattern.compile("(?<n>" + SURNAME + "[\\p{IsHan}]{1,2}?)(?=[，,：:！! \\n]|$)");
    private static final Pattern SIGNED = Pattern.compile("[，,。！! ]{0,2}(?:\\n|\\\\n){1,3}[ —-]{0,4}(?<n>" + SURNAME
            + "[\\p{IsHan}]{1,2})(?=[ 敬上。]*(?:\\n|\\\\n|$))");

    /** The second characters of forms of address, each with the first ones that stand before it. */
    private static final String ADDRESSES = "先生 医生 女士 小姐 大姐 太太 师傅 師傅 师父 老师 老師 经理 經理 大夫 同学 阿姨 大哥 主任 主管 店长";

    private static final int LONGEST_NAME = 4;

    /** Words that begin like a name. */
    private static final Pattern WORDS = Pattern.compile(
            "高级|高中|高手|金牌|黄金|白金|钻石|顾客|顾问|方便|万分|万一|常客|常年|石家|江苏|江西|夏天|白天|白色|黄色|金色|马上|马路|钱包|田里|武汉|康复|文员|文科|龙头|任何|于是|易购|易迅|毛病|叶子|金额|余额|段时|程序|江湖|黄牛|贺卡|"
                    + "高兴|高速|白领|方式|方面|许多|何时|何况|万能|文化|史上|郑州|徐州|苏州|程度|段落|曾经|周末|周一|周二|周三|周四|周五|周六|周日|余下|任性|马来|孔雀|唐朝|宋朝|秦朝|夏季|林业|林区|常常|石头|方经|金主");

    private ChineseNames() {}

    static void find(String text, Findings findings) {
        for (int at = 1; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c >= '\u2e80' && mayBeAnnounced(text, at, c)) {
                findAt(text, at, c, findings);
            }
        }
    }

    /** Whether the character ends a word that stands beside a name. */
    public static boolean mayBeAnnounced(String text, int at, char c) {
        if (at == 0) {
            return false;
        }
        char before = text.charAt(at - 1);
        return switch (c) {
            case '叫' -> before == '我' || before == '名' || before == '字' || before == '人';
            case '姓' -> "我人贵弟".indexOf(before) >= 0;
            case '名' -> before == '姓' || before == '签';
            case '字' -> before == '名';
            case '呼' -> before == '称';
            case '人' -> "系件货款本".indexOf(before) >= 0;
            case '是' -> before == '我' && isSurname(text, at + 1);
            case '的' -> (before == '敬' || before == '爱' || before == '愛') && isSurname(text, at + 1);
            case '致', '上', '谢', '好', '礼' -> isBreak(text, at + 1);
            default -> isAddress(before, c) && at > 1 && text.charAt(at - 2) >= '\u2e80';
        };
    }

    private static void findAt(String text, int at, char c, Findings findings) {
        switch (c) {
            case '叫', '名', '字', '呼', '人' -> findBehind(ANNOUNCED, text, at, findings);
            case '姓' -> findBehind(SURNAME_ALONE, text, at, findings);
            case '是' -> findBehind(SAID, text, at, findings);
            case '的' -> findBehind(GREETED, text, at, findings);
            case '致', '上', '谢', '好', '礼' -> findBehind(SIGNED, text, at, findings);
            default -> findBefore(text, at - 1, findings);
        }
    }

    private static void findBehind(Pattern pattern, String text, int at, Findings findings) {
        Matcher matcher = pattern.matcher(text).region(at + 1, text.length()).useAnchoringBounds(false);
        if (matcher.lookingAt() && !WORDS.matcher(matcher.group("n")).lookingAt()) {
            findings.add(matcher.start("n"), matcher.end("n"), PersonalData.NAME);
        }
    }

    /** The longest name that ends where the form of address begins. */
    private static void findBefore(String text, int end, Findings findings) {
        for (int start = Math.max(0, end - LONGEST_NAME); start < end; start++) {
            String name = text.substring(start, end);
            if (isName(name) && !WORDS.matcher(name).lookingAt()) {
                findings.add(start, end, PersonalData.NAME);
                return;
            }
        }
    }

    private static boolean isName(String name) {
        int surname = name.length() > 1 && COMPOUND.contains(name.substring(0, 2)) ? 2 : 1;
        if (surname == 1 && SURNAMES.indexOf(name.charAt(0)) < 0) {
            return false;
        }
        return name.length() - surname <= 2
                && name.substring(surname).chars().allMatch(c -> c >= '\u4e00' && NEVER_GIVEN.indexOf(c) < 0);
    }

    private static boolean isSurname(String text, int at) {
        return at < text.length()
                && (SURNAMES.indexOf(text.charAt(at)) >= 0
                        || (at + 1 < text.length() && COMPOUND.contains(text.substring(at, at + 2))));
    }

    private static boolean isAddress(char first, char second) {
        if ("生士姐太傅父师師理夫学姨哥任管长".indexOf(second) < 0) {
            return false;
        }
        for (int i = 0; i < ADDRESSES.length(); i += 3) {
            if (ADDRESSES.charAt(i) == first && ADDRESSES.charAt(i + 1) == second) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBreak(String text, int at) {
        return at < text.length() && (text.charAt(at) == '\n' || text.charAt(at) == '\\' || text.startsWith("，\n", at));
    }
}
