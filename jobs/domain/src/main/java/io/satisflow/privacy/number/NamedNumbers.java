package io.satisflow.privacy.number;

import io.satisflow.privacy.finding.Findings;
import io.satisflow.privacy.finding.PersonalData;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds numbers that their form alone, or the word before them, tells: of insurance, of passports, of vehicles, and of
 * accounts at which people are written to. Every repetition is bounded, so that no text makes it slow.
 */
public final class NamedNumbers {
    private static final String NUMBER = "n";

    /** What may stand between the word and its number. */
    private static final String LINK =
            "(?:[ :=(#-]|\\.(?= )|number|num|no\\.?|nr\\.?|id|is|was|it's|同号|号码|號碼|号|號|账号|帐号|是|为|：|，){0,8}";

    private static final String START = "(?<![A-Za-z0-9@#_])";
    private static final String END = "(?![A-Za-z0-9_])";

    /** @param fewestDigits a text with fewer holds no such number, and is not searched */
    private record Form(PersonalData kind, int fewestDigits, Pattern pattern) {}

    private static final List<Form> FORMS = List.of(
            form(
                    PersonalData.NINO,
                    6,
                    START + "(?<n>[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D])" + END,
                    0),
            form(
                    PersonalData.NINO,
                    6,
                    "(?:national insurance|nino|(?<![a-z])ni number)" + LINK
                            + "(?<n>[a-z]{2}[ -]?\\d{2}[ -]?\\d{2}[ -]?\\d{2}[ -]?[a-d])" + END,
                    Pattern.CASE_INSENSITIVE),
            form(
                    PersonalData.SSN,
                    9,
                    START
                            + "(?<![\\d][.,:/-])(?<n>(?!000|666|9)\\d{3}-(?!00)\\d{2}-(?!0000)\\d{4})(?![A-Za-z0-9_]|[-/]\\d)",
                    0),
            form(
                    PersonalData.SSN,
                    9,
                    "(?:(?<![a-z])ssn|social security|(?<![a-z])itin)" + LINK + "(?<n>\\d{3}[ .-]?\\d{2}[ .-]?\\d{4})"
                            + END,
                    Pattern.CASE_INSENSITIVE),
            form(
                    PersonalData.PASSPORT,
                    5,
                    "(?:passport|reisepass|passeport|护照|護照|通行证)" + LINK
                            + "(?<n>(?=[a-z0-9]{0,8}\\d{4}|[a-z0-9]{0,3}\\d[a-z0-9]{0,5}\\d)[a-z0-9]{7,10})" + END,
                    Pattern.CASE_INSENSITIVE),
            form(
                    PersonalData.PLATE,
                    2,
                    "(?<n>[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][ ·•・.-]?(?=[A-HJ-NP-Z0-9]{0,4}\\d)[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳])(?![A-Za-z0-9])",
                    Pattern.CASE_INSENSITIVE),
            form(
                    PersonalData.PLATE,
                    2,
                    "(?:(?:licen[cs]e|number|registration) plate|(?<![a-z])plates?|registration number|(?<![a-z])reg|kennzeichen|immatriculation|车牌)"
                            + LINK + "(?<n>(?=[A-Z0-9ÄÖÜ -]{0,7}\\d)[A-ZÄÖÜ0-9]{1,4}(?:[ -]?[A-ZÄÖÜ0-9]{1,4}){1,2})"
                            + END,
                    Pattern.CASE_INSENSITIVE),
            form(PersonalData.PLATE, 2, START + "(?<n>[A-Z]{2}[0-9]{2} [A-HJ-PR-Z]{3})" + END, 0),
            form(
                    PersonalData.WECHAT,
                    1,
                    "(?:(?:微信|薇信|微❤|wechat|weixin)(?!支付|pay)|(?<![a-z])(?:wx|vx)(?![a-z])|加[vV]|[vV]信)" + LINK
                            + "(?<n>(?=[-_a-z]{0,19}[0-9_])[a-z][-_a-z0-9]{5,19})" + END,
                    Pattern.CASE_INSENSITIVE),
            form(
                    PersonalData.WECHAT,
                    1,
                    "(?:微信|薇信|wechat|weixin|(?<![a-z])(?:wx|vx))(?: ?(?:id|号|號|同号|is|是))?[:： ]{1,2}(?<n>[a-z][-_a-z0-9]{5,19})(?= *(?:$|[,，。.!！;；\\n]))",
                    Pattern.CASE_INSENSITIVE),
            form(
                    PersonalData.WECHAT,
                    11,
                    "(?<![a-z0-9])(?:wx|vx|v)[:：]?(?<n>1[3-9]\\d{9})" + END,
                    Pattern.CASE_INSENSITIVE),
            form(
                    PersonalData.QQ,
                    5,
                    "(?:(?<![a-z])qq|(?<=加)q|(?<![a-z0-9])q(?=[号號:：])|扣扣|企鹅)(?:群|号|號|号码|:|：| |number|no\\.?|is|是|为|#){0,6}(?<n>[1-9]\\d{4,11})(?![0-9a-z@.]|[- ]\\d)",
                    Pattern.CASE_INSENSITIVE));

    private NamedNumbers() {}

    /** @param digits how many there are in the text */
    public static void find(String text, int digits, Findings findings) {
        for (Form form : FORMS) {
            if (digits < form.fewestDigits) {
                continue;
            }
            Matcher matcher = form.pattern.matcher(text);
            while (matcher.find()) {
                findings.add(matcher.start(NUMBER), matcher.end(NUMBER), form.kind);
            }
        }
    }

    private static Form form(PersonalData kind, int fewestDigits, String pattern, int flags) {
        return new Form(kind, fewestDigits, Pattern.compile(pattern, flags));
    }
}
