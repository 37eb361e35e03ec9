package io.satisflow.channel.field;

import io.satisflow.customer.PeopleWords;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which names stand for what must stay as the source has it. An id of 11 digits looks like a phone number and one of 19 like a
 * card; redacted, many tickets would be one, and feedback would not find its ticket. Those who answer are told apart by their
 * addresses in many tools, and a score by agent needs that: of those the account stays, what stands before the @. Whatever names a customer is none of these.
 */
final class PlainNames {
    private static final Set<String> STAFF = Set.of("to", "agent", "owner", "assignee", "team");
    private static final Set<String> IDS = Set.of("ticket", "into", "order", "conversation", "case", "id");
    private static final Pattern OF_AN_ID = Pattern.compile(".*(_id|_no|_number|编号|单号|工号)");
    private static final Pattern OF_A_CUSTOMER = Pattern.compile(
            ".*(" + PeopleWords.CUSTOMERS + "|" + PeopleWords.ANYBODY
                    + "|phone|mobile|card|account|passport|identity|id_no|id_number|ssn|iban|tax|licen[cs]e|身份证|护照|电话|手机).*");
    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._:/#-]{0,63}");
    private static final Pattern ADDRESS = Pattern.compile("[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}.-]+");

    private PlainNames() {}

    /**
     * What is passed on of such a value: an id as it is, of a colleague's address the account. Empty for what is to be redacted.
     *
     * @param name of an attribute, or of what is said of a ticket
     * @param value as the source has it
     */
    static Optional<String> plain(String name, String value) {
        String plain = name.replaceFirst("^attributes\\.", "")
                .replaceAll("(\\p{Ll})(\\p{Lu})", "$1_$2")
                .toLowerCase(Locale.ROOT);
        boolean isStaff = STAFF.contains(plain);
        boolean isId = IDS.contains(plain)
                || (OF_AN_ID.matcher(plain).matches()
                        && !OF_A_CUSTOMER.matcher(plain).matches());
        if ((isStaff || isId) && ID.matcher(value).matches()) {
            return Optional.of(value);
        }
        return isStaff && ADDRESS.matcher(value).matches()
                ? Optional.of(value.substring(0, value.indexOf('@')))
                : Optional.empty();
    }
}
