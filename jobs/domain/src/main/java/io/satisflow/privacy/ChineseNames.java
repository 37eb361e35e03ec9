package io.satisflow.privacy;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Chinese names: one of the common surnames and one or two characters behind it. Where the name ends, what follows tells: a
 * sign, a form of address, or a character that seldom ends a name.
 */
final class ChineseNames {
    private static final String GROUP = "n";

    private static final String SURNAMES =
            "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
                    + "張劉陳楊趙黃吳孫馬羅鄭謝韓馮許傅蘇盧蔣賈葉閻譚鄒陸顧龍萬錢湯賀賴龔";
    private static final String COMPOUND = "欧阳|司马|上官|诸葛|夏侯|皇甫|东方|尉迟|公孙|慕容|令狐|司徒|歐陽";
    private static final String SURNAME = "(?:" + COMPOUND + "|[" + SURNAMES + "])";

    /** What goes on in a sentence behind a name rather than ends one. */
    private static final String GOES_ON = "[买的在是有要想来收说们和从已今昨明前我你他她您退订下到不没对就也于给用让叫去投换发打手电住了很都把被请可能会刚因之购，]";

    private static final String GIVEN = "(?:[\\p{IsHan}&&[^" + "的了是在我你他她您们]]{1,2}?(?=[^\\p{IsHan}]|$|" + GOES_ON
            + "|先生|女士|小姐)|[\\p{IsHan}&&[^的了是在我你他她您们]]{2})";

    private static final String ADDRESSED = "(?:先生|女士|小姐|太太|师傅|师父|老师|經理|经理|医生|大夫|同学|阿姨|大哥|大姐|主任|主管|店长|師傅|老師)";

    private static final List<Pattern> FORMS = List.of(
            Pattern.compile(
                    "(?:我叫|名叫|我的名字(?:是|叫)|本人(?:叫|姓名(?:是|：|:)?)?|姓名 ?[:：是为] ?|名字 ?[:：是为] ?|联系人 ?(?:[:：是为]|叫)? ?|收件人 ?[:：是为]? ?|收货人 ?[:：是为]? ?|寄件人 ?[:：是为]? ?|付款人 ?[:：是为]? ?|称呼 ?[:：] ?|签名 ?[:：] ?)(?<n>"
                            + SURNAME + GIVEN + ")"),
            Pattern.compile("我是(?<n>" + SURNAME + "[\\p{IsHan}]{1,2})(?=[，,。.！!；; \\n]|$)"),
            Pattern.compile("(?:我|本人|免贵|小弟)姓(?<n>" + SURNAME + ")"),
            Pattern.compile(
                    "(?:尊敬的|亲爱的|親愛的)(?<n>" + SURNAME + "[\\p{IsHan}]{1,2}?)(?=[，,：:！! \\n]|$|" + ADDRESSED + ")"),
            Pattern.compile("(?<n>(?:" + COMPOUND + ")[\\p{IsHan}]{0,2}|[" + SURNAMES + "][\\p{IsHan}&&[^的了是在我你他她您们"
                    + SURNAMES + "]]?[\\p{IsHan}&&[^的了是在我你他她您们]]?)(?=" + ADDRESSED + ")"),
            Pattern.compile("(?:此致|敬上|谢谢|祝好|顺祝商祺|敬礼)[，,。！! ]*(?:\\n|\\\\n)+[ —-]*(?<n>" + SURNAME
                    + "[\\p{IsHan}]{1,2})(?=[ 敬上。]*(?:\\n|\\\\n|$))"));

    /** Words that begin like a name. */
    private static final Pattern WORDS = Pattern.compile(
            "高级|高中|高手|金牌|黄金|白金|钻石|顾客|顾问|老师|方便|万分|万一|常客|常年|石家|江苏|江西|夏天|白天|白色|黄色|金色|马上|马路|钱包|田里|武汉|康复|文员|文科|龙头|任何|于是|易购|易迅|毛病|叶子|金额|余额|段时|程序|江湖|黄牛|贺卡|"
                    + "高兴|高速|白领|方式|方面|许多|何时|何况|万能|文化|史上|成都|南京|沈阳|郑州|徐州|苏州|杭州|项目|程度|段落|曾经|周末|周一|周二|周三|周四|周五|周六|周日|余下|任性|单位|金主|马来|孔雀|唐朝|宋朝|秦朝|夏季|林业|林区|常常|石头");

    private ChineseNames() {}

    static void find(String text, Findings findings) {
        for (Pattern form : FORMS) {
            Matcher matcher = form.matcher(text);
            while (matcher.find()) {
                if (!WORDS.matcher(matcher.group(GROUP)).lookingAt()) {
                    findings.add(matcher.start(GROUP), matcher.end(GROUP), PersonalData.NAME);
                }
            }
        }
    }
}
