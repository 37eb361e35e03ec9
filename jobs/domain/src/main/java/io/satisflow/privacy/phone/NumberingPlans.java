package io.satisflow.privacy.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.satisflow.privacy.phone.PhoneNumbers.Reading;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides on candidates by the numbering plans of the world, for the regions of a channel. How much a number must show
 * depends on what is said beside it: announced as a phone number it need only be possible, alone it must be in a form that
 * people write phone numbers in, and assigned. One for a text, since it counts how often the plans are asked.
 */
final class NumberingPlans {
    private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();

    /** Numbers of services belong to nobody. */
    private static final Set<PhoneNumberType> OF_SERVICES = EnumSet.of(
            PhoneNumberType.TOLL_FREE, PhoneNumberType.SHARED_COST, PhoneNumberType.PREMIUM_RATE, PhoneNumberType.UAN);

    private static final Set<PhoneNumberType> MOBILE =
            EnumSet.of(PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE);

    /** Free of charge or at a shared one, in China, Europe and North America; some plans would give them to somebody. */
    private static final Pattern SERVICE =
            Pattern.compile("[48]00\\d{7}|0800\\d{3,8}|1?8(?:00|33|44|55|66|77|88)\\d{7}");

    private static final Pattern CHINESE_MOBILE = Pattern.compile("(?:86)?1[3-9]\\d{9}");
    private static final Pattern NORTH_AMERICAN =
            Pattern.compile("(?:1[ .-]?)?(?:\\([2-9]\\d{2}\\)[ .-]?|[2-9]\\d{2}[.-])\\d{3}[ .-]\\d{4}");
    private static final Pattern NORTH_AMERICAN_BLANKS = Pattern.compile("(?:1 )?[2-9]\\d{2} [2-9]\\d{2} \\d{4}");
    /** A row of measures, such as 300 600 1200. */
    private static final Pattern ROUND = Pattern.compile("(?:\\d0+ ?|[1-9]\\d*0 ?)+");

    private static final Pattern WITH_AREA = Pattern.compile(
            "(?:\\(0[1-9]\\d{0,4}\\)|\\(?0[1-9]\\d{0,4}\\)?(?: ?[/.-] ?| ))\\d{2,8}(?:[ .-]\\d{2,8}){0,4}");
    private static final Pattern DATE = Pattern.compile(
            "(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?:[ .-]?\\d{2}){0,3}"
                    + "|(?:19|20)\\d{2}[ ./-](?:0?[1-9]|1[0-2])[ ./-](?:0?[1-9]|[12]\\d|3[01])(?:[ .-]?\\d{1,2}){0,3}"
                    + "|(?:0?[1-9]|[12]\\d|3[01])[ ./-](?:0?[1-9]|[12]\\d|3[01])[ ./-](?:19|20)\\d{2}(?: \\d{1,2}){0,3}");

    private static final int SHORTEST_NATIONAL = 9;
    private static final int LONGEST = 15;

    /** A text with more numbers than this is no letter; what is left is decided by its form alone. */
    private static final int MOST_QUESTIONS = 300;

    private final PhoneRegions regions;
    private int questions;

    NumberingPlans(PhoneRegions regions) {
        this.regions = regions;
    }

    Reading judge(PhoneCandidate candidate, PhoneContext context) {
        if (DATE.matcher(candidate.written()).matches() || isArticle(candidate.digits())) {
            return Reading.OTHER;
        }
        if (candidate.isInternational()) {
            return phoneIf(isPhone(parse(candidate.written(), null), isWhole(candidate) ? context.orPhone() : context));
        }
        if (candidate.isDialledAbroad()) {
            Optional<PhoneNumber> number = parse('+' + candidate.digits().substring(2), null);
            return phoneIf(context != PhoneContext.OTHER && isPhone(number, PhoneContext.NONE));
        }
        return switch (context) {
            case OTHER -> Reading.OTHER;
            case PHONE -> isOfService(candidate) ? Reading.OTHER : phoneIf(isPossible(candidate));
            case NONE -> unannounced(candidate);
        };
    }

    /** Behind a plus sign so many digits are nothing else, although plans change and leave ranges free. */
    private static boolean isWhole(PhoneCandidate candidate) {
        return candidate.digits().length() >= SHORTEST_NATIONAL + 2;
    }

    private Reading unannounced(PhoneCandidate candidate) {
        return isOfService(candidate) ? Reading.OTHER : phoneIf(isInUsualForm(candidate));
    }

    private static Reading phoneIf(boolean phone) {
        return phone ? Reading.PHONE : Reading.UNKNOWN;
    }

    private static boolean isPhone(Optional<PhoneNumber> number, PhoneContext context) {
        return number.filter(known -> !OF_SERVICES.contains(PLANS.getNumberType(known)))
                .filter(known ->
                        PLANS.isValidNumber(known) || (context == PhoneContext.PHONE && PLANS.isPossibleNumber(known)))
                .isPresent();
    }

    /** Announced numbers may be local ones; nothing but their length can be told. */
    private static boolean isPossible(PhoneCandidate candidate) {
        return candidate.digits().length() <= LONGEST;
    }

    private boolean isInUsualForm(PhoneCandidate candidate) {
        String digits = candidate.digits();
        if (isChineseMobile(candidate)) {
            return true;
        }
        if (candidate.isUnspaced()) {
            return digits.startsWith("0") && digits.length() >= SHORTEST_NATIONAL + 1 && isAssigned(digits, true);
        }
        String written = candidate.written();
        if (NORTH_AMERICAN.matcher(written).matches()) {
            return true;
        }
        if (NORTH_AMERICAN_BLANKS.matcher(written).matches()) {
            return !ROUND.matcher(written).matches() && isAssigned(digits, false);
        }
        return WITH_AREA.matcher(written).matches()
                && digits.length() >= SHORTEST_NATIONAL
                && isAssigned(digits, false);
    }

    static boolean isChineseMobile(PhoneCandidate candidate) {
        return CHINESE_MOBILE.matcher(candidate.digits()).matches() && isGroupedAsMobile(candidate.groups());
    }

    /** 138 1234 5678, or in one; a mobile number is not written in other groups. */
    private static boolean isGroupedAsMobile(List<Integer> groups) {
        int size = groups.size();
        int last = groups.get(size - 1);
        return size == 1
                || (last >= 3
                        && (last <= 8 || last == 11)
                        && size <= 4
                        && groups.stream().noneMatch(length -> length == 1));
    }

    private boolean isAssigned(String digits, boolean mobileOnly) {
        for (String region : regions.codes()) {
            if (questions++ > MOST_QUESTIONS * regions.codes().size()) {
                return !mobileOnly;
            }
            Optional<PhoneNumber> number = parse(digits, region);
            if (number.isPresent() && PLANS.isValidNumber(number.get())) {
                PhoneNumberType type = PLANS.getNumberType(number.get());
                if (mobileOnly ? MOBILE.contains(type) : !OF_SERVICES.contains(type)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A number that is a service's somewhere, and nobody's own anywhere else. */
    private boolean isOfService(PhoneCandidate candidate) {
        String digits = candidate.digits();
        if (SERVICE.matcher(digits).matches()) {
            return true;
        }
        boolean service = false;
        for (String region : regions.codes()) {
            boolean national = digits.startsWith("0") || region.equals("US") || region.equals("CN");
            if (!national || questions++ > MOST_QUESTIONS * regions.codes().size()) {
                continue;
            }
            Optional<PhoneNumber> number = parse(digits, region).filter(PLANS::isValidNumber);
            boolean ofService = number.filter(known -> OF_SERVICES.contains(PLANS.getNumberType(known)))
                    .isPresent();
            if (number.isPresent() && !ofService) {
                return false;
            }
            service |= ofService;
        }
        return service;
    }

    /** The number on a book or another article, by its check digit. */
    private static boolean isArticle(String digits) {
        if (digits.length() != 13 || !(digits.startsWith("978") || digits.startsWith("979"))) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return sum % 10 == 0;
    }

    private static Optional<PhoneNumber> parse(String number, @Nullable String region) {
        try {
            return Optional.of(PLANS.parse(number, region));
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
