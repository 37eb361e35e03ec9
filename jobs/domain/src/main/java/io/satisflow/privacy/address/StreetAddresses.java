package io.satisflow.privacy.address;

import io.satisflow.privacy.finding.Findings;
import io.satisflow.privacy.finding.PersonalData;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds streets with the number of a house, as Chinese, English, German and French write them. */
public final class StreetAddresses {
    private static final String NAME = "(?:\\p{Lu}[\\p{L}'’.-]{1,24}|\\d{1,3}(?:st|nd|rd|th))";

    private static final Pattern CHINESE =
            Pattern.compile("(?:[\\p{IsHan}]{1,6}?(?:省|自治区))?(?:[\\p{IsHan}]{2,5}?市)?(?:[\\p{IsHan}]{1,6}?[区县])?"
                    + "[\\p{IsHan}]{1,8}?(?:路|大街|街道|街|大道|道|巷|弄|胡同|里|村|镇)(?:[东西南北中]路?)? ?(?:\\d{1,5}弄 ?)?\\d{1,5} ?[号號]"
                    + "(?: ?[\\p{IsHan}A-Za-z]{0,8}?\\d{1,4} ?(?:号楼|栋|幢|座|单元|楼|层|室|房|户)){0,4}");

    private static final List<Pattern> OTHERS = List.of(
            Pattern.compile(
                    "(?<![\\w.,/-])\\d{1,5}[A-Za-z]?,? (?:(?:North|South|East|West|N\\.?|S\\.?|E\\.?|W\\.?) )?(?:"
                            + NAME + " ){1,3}"
                            + "(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Crescent|Close|Terrace|Square|Way|Place|Pl|Highway|Hwy|Parkway|Pkwy|Gardens|Mews|Row)(?![\\p{L}]|[ -](?i:food|thru|through|fighter|view|style|wear|art|smart|price))\\.?"
                            + "(?:,? (?:Apt|Apartment|Unit|Suite|Flat|#)\\.? ?\\w{1,5})?"),
            Pattern.compile(
                    "(?<!\\p{L})(?:\\p{Lu}[\\p{L}-]{0,24}(?:straße|strasse|str\\.|gasse|weg|allee|platz|ufer|damm)|(?:\\p{Lu}[\\p{L}-]{1,24} ){1,2}(?:Straße|Strasse|Str\\.|Weg|Allee|Platz|Gasse)) \\d{1,4} ?[a-z]?(?![\\w.,]\\d)(?!\\p{L})"),
            Pattern.compile(
                    "(?<![\\w.,/-])\\d{1,4}(?: bis| ter)?,? (?:rue|avenue|boulevard|place|chemin|allée|impasse|quai) (?:de |du |des |de la |d'|l'){0,2}\\p{Lu}[\\p{L}'’-]{1,24}(?: \\p{Lu}[\\p{L}'’-]{1,24}){0,2}"));

    private static final Pattern PLACE_BEFORE = Pattern.compile("^(?:寄到|送到|住在|地址[是为:：]?|收货|发到|位于|在|我家|家住|从|是|到|于|去)+");

    private StreetAddresses() {}

    public static void find(String text, Findings findings) {
        if (text.indexOf('号') >= 0 || text.indexOf('號') >= 0) {
            Matcher matcher = CHINESE.matcher(text);
            while (matcher.find()) {
                Matcher before = PLACE_BEFORE.matcher(matcher.group());
                int start = matcher.start() + (before.find() ? before.end() : 0);
                findings.add(start, matcher.end(), PersonalData.ADDRESS);
            }
        }
        for (Pattern pattern : OTHERS) {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                findings.add(matcher.start(), matcher.end(), PersonalData.ADDRESS);
            }
        }
    }
}
