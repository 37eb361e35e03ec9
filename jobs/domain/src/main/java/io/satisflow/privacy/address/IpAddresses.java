package io.satisflow.privacy.address;

import io.satisflow.privacy.finding.Findings;
import io.satisflow.privacy.finding.PersonalData;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds addresses of the internet protocol, and leaves versions, which look like them, where the words around say so. */
public final class IpAddresses {
    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern FOUR = Pattern.compile(
            "(?<![A-Za-z0-9_.])" + OCTET + "(?:\\." + OCTET + "){3}(?![A-Za-z0-9_]|-(?!\\d)|\\.[A-Za-z0-9_])");
    private static final Pattern SIX = Pattern.compile(
            "(?<![A-Za-z0-9_:.])[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?::" + OCTET + "(?:\\." + OCTET + "){3})?"
                    + "(?![A-Za-z0-9_:])",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern VERSION_BEFORE = Pattern.compile(
            "(?:(?<![a-z])(?:ver|app|ios|sdk)|version|firmware|build|release|update|upgrade|kernel|driver|patch|android|windows|chrome"
                    + "|section|chapter|固件|版本|系统|驱动|升级到|更新到|升级|更新|章)[ :.#v是为到]{0,4}(?:to |from |is )?v?$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ADDRESS_BEFORE = Pattern.compile(
            "(?:(?<![a-z])ip|address|host|server|login|logged in|来自|来源|地址|登录|登陆)[^.,;。，；\\d]{0,16}$",
            Pattern.CASE_INSENSITIVE);

    private static final int WORDS_BEFORE = 32;

    /** Versions have small parts; nobody's address has nothing but them. */
    private static final int LARGEST_OF_VERSION = 31;

    private static final int GROUPS = 8;

    private IpAddresses() {}

    public static void find(String text, Findings findings) {
        if (text.indexOf('.') >= 0) {
            findFour(text, findings);
        }
        if (text.indexOf(':') != text.lastIndexOf(':')) {
            findSix(text, findings);
        }
    }

    private static void findFour(String text, Findings findings) {
        Matcher matcher = FOUR.matcher(text);
        while (matcher.find()) {
            String before = text.substring(Math.max(0, matcher.start() - WORDS_BEFORE), matcher.start());
            boolean version = VERSION_BEFORE.matcher(before).find() || isLikeVersion(matcher.group(), before);
            if (version || isNobodys(matcher.group())) {
                findings.keep(matcher.start(), matcher.end());
            } else {
                findings.add(matcher.start(), matcher.end(), PersonalData.IP);
            }
        }
    }

    private static boolean isLikeVersion(String address, String before) {
        for (String part : address.split("\\.")) {
            if (Integer.parseInt(part) > LARGEST_OF_VERSION) {
                return false;
            }
        }
        return !ADDRESS_BEFORE.matcher(before).find();
    }

    /** Every machine calls itself or everybody by these. */
    private static boolean isNobodys(String address) {
        return address.startsWith("127.") || address.startsWith("0.") || address.startsWith("255.");
    }

    private static void findSix(String text, Findings findings) {
        Matcher matcher = SIX.matcher(text);
        while (matcher.find()) {
            if (isSix(matcher.group())) {
                findings.add(matcher.start(), matcher.end(), PersonalData.IP);
            }
        }
    }

    /** Eight groups, or fewer around one {@code ::}; times and names of program parts have colons too. */
    private static boolean isSix(String text) {
        int shortened = text.indexOf("::");
        boolean once = shortened >= 0 && text.indexOf("::", shortened + 1) < 0;
        long groups = Arrays.stream(text.split(":"))
                .filter(group -> !group.isEmpty())
                .mapToLong(group -> group.indexOf('.') < 0 ? 1 : 2)
                .sum();
        boolean looseEnds =
                (text.startsWith(":") && shortened != 0) || (text.endsWith(":") && shortened != text.length() - 2);
        if (shortened < 0) {
            return groups == GROUPS && !looseEnds;
        }
        boolean digits = text.chars().anyMatch(Character::isDigit);
        return once && groups >= 2 && groups < GROUPS && digits && !looseEnds;
    }
}
