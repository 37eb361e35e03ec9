package io.satisflow.privacy.number;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The arithmetic by which a number shows that it is a card, an identity or an account, not just digits. */
final class CheckDigits {
    private static final int[] IDENTITY_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String IDENTITY_CHECKS = "10X98765432";
    private static final int IBAN_MODULUS = 97;
    private static final Map<String, Integer> IBAN_LENGTHS = ibanLengths(
            "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 "
                    + "FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 "
                    + "LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 "
                    + "QA29 RO24 RS22 SA24 SC31 SE24 SI19 SK24 SM27 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 "
                    + "BI27 DJ27 FK18 MN20 NI28 OM23 RU33 SD18 SO23 YE30");

    private CheckDigits() {}

    /** Card numbers by issuer and length, with the Luhn check digit right. */
    static boolean isPaymentCard(CharSequence digits) {
        return hasLengthOfIssuer(digits) && passesLuhn(digits);
    }

    private static boolean hasLengthOfIssuer(CharSequence digits) {
        int two = (digits.charAt(0) - '0') * 10 + digits.charAt(1) - '0';
        int length = digits.length();
        return switch (two) {
            case 34, 37 -> length == 15;
            case 30, 36, 38, 39 -> length == 14;
            case 62 -> length >= 16;
            case 22, 23, 24, 25, 26, 27, 35, 51, 52, 53, 54, 55, 60, 64, 65 -> length == 16;
            case 50, 56, 57, 58, 63, 67 -> length == 16 || length == 18 || length == 19;
            default -> two / 10 == 4 && (length == 16 || length == 19);
        };
    }

    private static boolean passesLuhn(CharSequence digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit : digit * 2;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }

    /** Resident identity numbers by GB 11643: seventeen digits and a check digit modulo 11. */
    static boolean isChineseIdentity(String number) {
        int sum = 0;
        for (int i = 0; i < IDENTITY_WEIGHTS.length; i++) {
            sum += (number.charAt(i) - '0') * IDENTITY_WEIGHTS[i];
        }
        return Character.toUpperCase(number.charAt(IDENTITY_WEIGHTS.length))
                == IDENTITY_CHECKS.charAt(sum % IDENTITY_CHECKS.length());
    }

    /** How much of the text, from its start, is an IBAN of its country's length; 0 when none. Blanks and dashes may group. */
    static int lengthOfIban(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        Integer wanted = IBAN_LENGTHS.get(upper.substring(0, 2));
        if (wanted == null) {
            return 0;
        }
        StringBuilder account = new StringBuilder();
        int index = 0;
        while (index < upper.length() && account.length() < wanted) {
            if (Character.isLetterOrDigit(upper.charAt(index))) {
                account.append(upper.charAt(index));
            }
            index++;
        }
        boolean endsThere = index == upper.length() || !Character.isLetterOrDigit(upper.charAt(index));
        return endsThere && account.length() == wanted && isIban(account.toString()) ? index : 0;
    }

    private static boolean isIban(String account) {
        int remainder = 0;
        String turned = account.substring(4) + account.substring(0, 4);
        for (int i = 0; i < turned.length(); i++) {
            int value = Character.digit(turned.charAt(i), 36);
            remainder = (remainder * (value > 9 ? 100 : 10) + value) % IBAN_MODULUS;
        }
        return remainder == 1;
    }

    private static Map<String, Integer> ibanLengths(String countries) {
        Map<String, Integer> lengths = new HashMap<>();
        for (String country : countries.split(" ")) {
            lengths.put(country.substring(0, 2), Integer.valueOf(country.substring(2)));
        }
        return Map.copyOf(lengths);
    }
}
