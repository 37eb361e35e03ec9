package io.satisflow.privacy.number;

import io.satisflow.privacy.finding.Findings;
import io.satisflow.privacy.finding.PersonalData;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the numbers that have a check digit, which must be right: accounts, identity numbers and payment cards. */
public final class CheckedNumbers {
    private static final Pattern IBAN =
            Pattern.compile("(?<![a-z0-9@#_])[a-z]{2} ?\\d{2}(?:[ .-]?[a-z0-9]){11,32}", Pattern.CASE_INSENSITIVE);

    private static final Pattern IDENTITY = Pattern.compile(
            "(?<![A-Za-z0-9@#_])[1-9]\\d{5}[ -]?(?:18|19|20)\\d{2} ?(?:0[1-9]|1[0-2]) ?(?:0[1-9]|[12]\\d|3[01])[ -]?\\d{3}[\\dxX]"
                    + "(?![A-Za-z0-9_])");

    /** Of the fifteen digits that were given out until 1999, only the word before them tells. */
    private static final Pattern OLD_IDENTITY =
            Pattern.compile("(?<=(?:身份证|身份證|证件).{0,6})(?<!\\d)[1-9]\\d{5}\\d{2}(?:0[1-9]|1[0-2])[0-3]\\d{4}(?!\\d)");

    /** A run of digits with single signs between; where a card ends in it, its issuer and check digit tell. */
    private static final Pattern DIGITS =
            Pattern.compile("(?<![A-Za-z0-9@#_])(?<![0-9][.:-])(?<!(?:^|[^0-9])[0-9]{1,3}[,/])\\d(?:[ .-]?\\d){11,40}");

    private static final int SHORTEST_CARD = 13;
    private static final int LONGEST_CARD = 19;

    private CheckedNumbers() {}

    public static void find(String text, Findings findings) {
        findAll(IDENTITY, text, findings, true);
        findAll(OLD_IDENTITY, text, findings, false);
        findAccounts(text, findings);
        Matcher digits = DIGITS.matcher(text);
        while (digits.find()) {
            findCards(text, digits.start(), digits.end(), findings);
        }
    }

    private static void findAll(Pattern pattern, String text, Findings findings, boolean checked) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            if (!checked || CheckDigits.isChineseIdentity(matcher.group().replaceAll("[ -]", ""))) {
                findings.add(matcher.start(), matcher.end(), PersonalData.ID);
            }
        }
    }

    private static void findAccounts(String text, Findings findings) {
        Matcher matcher = IBAN.matcher(text);
        int from = 0;
        while (from <= text.length() && matcher.find(from)) {
            int length = CheckDigits.lengthOfIban(matcher.group());
            if (length > 0) {
                findings.add(matcher.start(), matcher.start() + length, PersonalData.IBAN);
            }
            from = matcher.start() + Math.max(1, length);
        }
    }

    /** Begins where a group of digits does; what stands behind a card, such as its expiry, is another group. */
    private static void findCards(String text, int from, int to, Findings findings) {
        int start = from;
        while (start < to) {
            boolean apart = start == from || text.charAt(start - 1) == ' ';
            int end = apart ? endOfCard(text, start, to) : start;
            if (end > start && findings.add(start, end, PersonalData.CARD)) {
                start = end;
            }
            start = nextGroup(text, start, to);
        }
    }

    private static int endOfCard(String text, int start, int to) {
        StringBuilder digits = new StringBuilder(LONGEST_CARD);
        int found = -1;
        for (int i = start; i < to && digits.length() < LONGEST_CARD; i++) {
            if (isDigit(text, i)) {
                digits.append(text.charAt(i));
                boolean whole = digits.length() >= SHORTEST_CARD && !isDigit(text, i + 1) && !isLetter(text, i + 1);
                if (whole && CheckDigits.isPaymentCard(digits)) {
                    found = i + 1;
                }
            }
        }
        return found;
    }

    private static int nextGroup(String text, int start, int to) {
        int at = start;
        while (at < to && isDigit(text, at)) {
            at++;
        }
        while (at < to && !isDigit(text, at)) {
            at++;
        }
        return Math.max(at, start + 1);
    }

    private static boolean isDigit(String text, int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static boolean isLetter(String text, int at) {
        int lower = at < text.length() ? text.charAt(at) | 0x20 : ' ';
        return (lower >= 'a' && lower <= 'z') || lower == ('_' | 0x20);
    }
}
