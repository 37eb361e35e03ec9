package io.satisflow.local.redaction;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Numbers with the right check digits, and phone numbers of the world's plans, written in the ways that people write them. */
final class MadeNumbers {
    private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();
    private static final List<String> REGIONS =
            List.of("CN", "CN", "CN", "US", "GB", "DE", "FR", "HK", "AU", "IT", "ES", "NL", "JP", "IN", "BR");
    private static final List<String> CARDS = List.of("4", "51", "53", "2221", "6011", "62", "3528", "37", "36");
    private static final List<String> ACCOUNTS = List.of("DE", "GB", "FR", "NL", "ES", "AT", "CH", "IT", "BE", "SE");
    private static final int[] IDENTITY_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private final Random random;

    MadeNumbers(Random random) {
        this.random = random;
    }

    /** With a country code, or as dialled at home; in a form that says what it is even without a word before it, or not. */
    String phone(boolean announced) {
        while (true) {
            PhoneNumber number = assigned();
            if (number != null) {
                return written(number, announced);
            }
        }
    }

    private @Nullable PhoneNumber assigned() {
        String region = REGIONS.get(random.nextInt(REGIONS.size()));
        PhoneNumberType type = random.nextInt(3) > 0 ? PhoneNumberType.MOBILE : PhoneNumberType.FIXED_LINE;
        PhoneNumber example = PLANS.getExampleNumberForType(region, type);
        if (example == null) {
            return null;
        }
        String digits = PLANS.getNationalSignificantNumber(example);
        int kept = Math.max(3, digits.length() - 6);
        PhoneNumber number = new PhoneNumber()
                .setCountryCode(example.getCountryCode())
                .setNationalNumber(Long.parseLong(digits.substring(0, kept) + digits(digits.length() - kept)));
        boolean ordinary = PLANS.isValidNumber(number);
        return ordinary ? number : null;
    }

    private String written(PhoneNumber number, boolean announced) {
        String international = PLANS.format(number, PhoneNumberFormat.INTERNATIONAL);
        String national = PLANS.format(number, PhoneNumberFormat.NATIONAL);
        boolean telling =
                announced || national.startsWith("0") || national.startsWith("(0") || number.getCountryCode() == 86;
        return switch (random.nextInt(telling ? 9 : 3)) {
            case 0 -> international;
            case 1 -> PLANS.format(number, PhoneNumberFormat.E164);
            case 2 -> international.replace(' ', '-');
            case 3, 4 -> national;
            case 5 -> announced || isMobile(number) ? national.replaceAll("\\D", "") : national;
            case 6 -> national.replaceAll("[ -]+", ".").replaceAll("[()]", "");
            case 7 -> wide(national);
            default -> national.replaceAll("[ -]+", "-").replaceAll("[()]", "");
        };
    }

    private static boolean isMobile(PhoneNumber number) {
        return PLANS.getNumberType(number) == PhoneNumberType.MOBILE;
    }

    String card() {
        String prefix = CARDS.get(random.nextInt(CARDS.size()));
        int length = prefix.equals("37") ? 15 : prefix.equals("36") ? 14 : 16;
        String digits = prefix + digits(length - 1 - prefix.length());
        int check = 0;
        while (!isLuhn(digits + check)) {
            check++;
        }
        return grouped(
                digits + check,
                length == 15 ? new int[] {4, 6, 5} : length == 14 ? new int[] {4, 6, 4} : new int[] {4, 4, 4, 4});
    }

    String account() {
        String code = ACCOUNTS.get(random.nextInt(ACCOUNTS.size()));
        int rest = switch (code) {
            case "DE", "GB" -> 18;
            case "FR", "IT" -> 23;
            case "NL" -> 14;
            case "ES", "SE" -> 20;
            case "AT" -> 16;
            case "CH" -> 17;
            default -> 12;
        };
        String bank = switch (code) {
            case "GB", "NL" -> "ABNA" + digits(rest - 4);
            case "IT" -> "X" + digits(rest - 1);
            default -> digits(rest);
        };
        String plain = code + checkOfAccount(code, bank) + bank;
        return switch (random.nextInt(4)) {
            case 0 -> plain;
            case 1 -> plain.replaceAll("(.{4})(?=.)", "$1 ");
            case 2 -> plain.replaceAll("(.{4})(?=.)", "$1-");
            default -> plain.toLowerCase(Locale.ROOT);
        };
    }

    String identity() {
        String digits = (110000 + random.nextInt(500_000))
                + String.valueOf(1950 + random.nextInt(55))
                + two(1 + random.nextInt(12))
                + two(1 + random.nextInt(28))
                + digits(3);
        int sum = 0;
        for (int i = 0; i < IDENTITY_WEIGHTS.length; i++) {
            sum += (digits.charAt(i) - '0') * IDENTITY_WEIGHTS[i];
        }
        String whole = digits + "10X98765432".charAt(sum % 11);
        return switch (random.nextInt(4)) {
            case 0 -> whole.toLowerCase(Locale.ROOT);
            case 1 -> wide(whole);
            case 2 -> whole.substring(0, 6) + ' ' + whole.substring(6, 14) + ' ' + whole.substring(14);
            default -> whole;
        };
    }

    String address() {
        if (random.nextInt(3) == 0) {
            return random.nextBoolean()
                    ? "2001:db8:%x:%x::%x"
                            .formatted(random.nextInt(0xffff), random.nextInt(0xffff), 1 + random.nextInt(0xffff))
                    : "2001:0db8:85a3:%04x:0000:8a2e:%04x:7334"
                            .formatted(random.nextInt(0xffff), random.nextInt(0xffff));
        }
        return "%d.%d.%d.%d"
                .formatted(45 + random.nextInt(170), random.nextInt(256), random.nextInt(256), 1 + random.nextInt(254));
    }

    String digits(int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    private String grouped(String digits, int[] groups) {
        String sign = List.of("", " ", "-", " ", ".").get(random.nextInt(5));
        StringBuilder written = new StringBuilder();
        int at = 0;
        for (int group : groups) {
            written.append(at > 0 ? sign : "").append(digits, at, at + group);
            at += group;
        }
        return random.nextInt(8) == 0 ? wide(written.toString()) : written.toString();
    }

    /** Full-width digits, as some keyboards have them. */
    static String wide(String text) {
        StringBuilder wide = new StringBuilder();
        text.chars().forEach(c -> wide.append((char) (c >= '0' && c <= '9' ? c + 0xFEE0 : c)));
        return wide.toString();
    }

    private static String two(int number) {
        return "%02d".formatted(number);
    }

    private static boolean isLuhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? digit : digit > 4 ? 2 * digit - 9 : 2 * digit;
        }
        return sum % 10 == 0;
    }

    private static String checkOfAccount(String country, String bank) {
        StringBuilder number = new StringBuilder();
        (bank + country + "00").chars().forEach(c -> number.append(Character.digit(c, 36)));
        return two(98
                - new BigInteger(number.toString()).mod(BigInteger.valueOf(97)).intValue());
    }
}
