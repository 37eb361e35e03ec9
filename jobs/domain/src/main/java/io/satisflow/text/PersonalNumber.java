package io.satisflow.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One way in which people write numbers that identify them. Every repetition in a pattern is bounded, so that no text makes
 * it slow.
 *
 * @param token what comes in place of the number; empty for what is to be left as it is
 * @param pattern its group {@link #GROUP} is the number, what stands around it is context
 * @param length how much of the found group is really such a number; 0 when it is not one
 */
record PersonalNumber(String token, Pattern pattern, ToIntFunction<String> length) {
    static final String GROUP = "n";

    /** No digit, letter, mention or number sign before; Chinese letters may stand directly beside a number. */
    private static final String BEFORE = "(?<![A-Za-z0-9@#_])(?<![0-9][.,:/-])";

    private static final String AFTER = "(?![A-Za-z0-9_]|[.,:/-][0-9])";

    /** Dialled as 00 and a country; other numbers that begin with zeros are of parcels and tickets. */
    private static final String COUNTRY =
            "(?:20|27|3[0-469]|4[013-9]|5[1-8]|6[01356]|8[1246]|9[0-58]|234|254|35[1-9]|420|421|852|853|886|966|971|972)";

    private static final PersonalNumber WEB_ADDRESS =
            kept("(?:https?://|(?<![a-z0-9])www\\.)[^\\s<>\"\\x{2e80}-\\x{ffff}]{1,2000}+");

    /** What a number is called that is not a phone number or a card, directly before it. */
    private static final PersonalNumber ORDER_NUMBER =
            kept("(?:order|ticket|case|tracking|invoice|reference|booking|confirmation|flight|serial|订单|单号|运单|工单|快递|编号)"
                    + "(?:[ :#.-]|number|num|no|ref|id|is|号|码|：|是|为){0,8}[A-Za-z0-9-]{5,40}+");

    private static final PersonalNumber IDENTITY = checked(
            "[id]",
            BEFORE
                    + "(?<n>[1-9]\\d{5}(?:18|19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}[\\dx])(?![A-Za-z0-9_])",
            CheckDigits::isChineseIdentity);

    private static final PersonalNumber IBAN = new PersonalNumber(
            "[iban]",
            compile("(?<![a-z0-9@#_])(?<n>[a-z]{2}\\d{2}(?:[ -]?[a-z0-9]){11,30})"),
            CheckDigits::lengthOfIban);

    private static final PersonalNumber CARD = checked(
            "[card]",
            BEFORE
                    + "(?<n>(?:4\\d{3}|5[1-5]\\d{2}|2[2-7]\\d{2}|6[0245]\\d{2}|3[0-9]\\d{2})(?:[ -]?\\d){10,15})"
                    + "(?![A-Za-z0-9_]|[ -]\\d|[.,:/]\\d)",
            CheckDigits::isPaymentCard);

    private static final List<PersonalNumber> PHONES = List.of(
            phone("(?<![A-Za-z0-9+])", "\\+[1-9](?:[ ./-]{0,1}[()]?[ ]?\\d){7,14}"),
            phone(BEFORE, "00" + COUNTRY + "(?:[ -]?\\d){8,11}"),
            phone(BEFORE, "(?:86[ -]?)?1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4}"),
            phone(BEFORE, "\\(?0[1-9]\\d{1,2}\\)?[ -]\\d{4}[ -]?\\d{3,4}"),
            phone(BEFORE, "\\(?0[1-9]\\d{1,3}\\)?[ /-]{1,2}\\d{3,4}[ -]?\\d{3,5}"),
            phone(BEFORE, "0\\d(?:[ .-]\\d{2}){4}"),
            phone(BEFORE, "(?:1[ .-])?(?:\\([2-9]\\d{2}\\)[ .-]?|[2-9]\\d{2}[ .-])\\d{3}[ .-]\\d{4}"),
            phone(
                    "(?:phone|tel|mobile|cell|whatsapp|call me|text me|reach me|电话|手机|联系方式|座机)"
                            + "(?:[ :#.,(-]|number|num|no|nr|is|at|on|me|号|码|是|为|，){0,8}(?<![0-9#])",
                    "\\d(?:[ .()-]{0,2}\\d){6,14}"));

    /** Names what must be left alone first, then from the surest to the least sure. */
    static final List<PersonalNumber> IN_ORDER = inOrder();

    /** Where the number of this match ends; not behind its start when it is none after all. */
    int endOf(Matcher match) {
        return match.start(GROUP) + length.applyAsInt(match.group(GROUP));
    }

    private static List<PersonalNumber> inOrder() {
        List<PersonalNumber> all = new ArrayList<>(List.of(WEB_ADDRESS, IDENTITY, IBAN, CARD, ORDER_NUMBER));
        all.addAll(PHONES);
        return List.copyOf(all);
    }

    private static PersonalNumber kept(String pattern) {
        return new PersonalNumber("", compile("(?<n>" + pattern + ")"), String::length);
    }

    private static PersonalNumber phone(String before, String number) {
        return new PersonalNumber("[phone]", compile(before + "(?<n>" + number + ")" + AFTER), String::length);
    }

    private static PersonalNumber checked(String token, String pattern, Predicate<String> check) {
        return new PersonalNumber(token, compile(pattern), number -> check.test(number) ? number.length() : 0);
    }

    private static Pattern compile(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    }
}
