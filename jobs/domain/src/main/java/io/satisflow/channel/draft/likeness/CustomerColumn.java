package io.satisflow.channel.draft.likeness;

import io.satisflow.channel.draft.column.SampledField;
import io.satisflow.channel.draft.text.DraftText;
import io.satisflow.customer.PeopleWords;
import java.util.Locale;
import java.util.regex.Pattern;

/** The column that names the customer: by an id, by a name, or by an address that is taken out and kept as a key alone. */
public final class CustomerColumn {
    private static final Pattern CUSTOMER_NAME = Pattern.compile(".*(?:" + PeopleWords.CUSTOMERS + ").*");

    private static final Pattern ADDRESS_NAME = Pattern.compile(
            "(?:.*[^a-z])?(?:e-?mail|mail address|phone|mobile|cell|tel|telephone|whatsapp|wechat|qq)(?:[^a-z].*)?"
                    + "|.*(?:emailaddress|phonenumber|user_?name|username|邮箱|邮件地址|电子邮件|电话|手机|手机号|联系方式|微信|telefon|correo|courriel).*");
    /** Of us, or of nobody who complains. */
    private static final Pattern OF_A_COLLEAGUE = Pattern.compile(
            ".*(?:" + PeopleWords.COLLEAGUES + "|employee|manager|support|cc|bcc|mailbox|brand|shop|store|company).*");

    private static final Pattern MAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");
    /** Figures and stars, or the one word of an account: a model of a telephone has neither. */
    private static final Pattern HIDDEN = Pattern.compile(".*(?:\\d[^\\d]*){5}.*|.*\\*{2}.*|[\\w.-]+[\\d_][\\w.-]*");

    private static final Pattern PHONE = Pattern.compile("\\+?[\\d ()./*-]{7,20}");

    private CustomerColumn() {}

    /** 0 where it names no customer. */
    public static double likeness(SampledField field) {
        String name = field.pointer().toLowerCase(Locale.ROOT);
        boolean isShort = field.meanLength() < FieldLikeness.LONG_TEXT * 2
                && field.timeShapes().isEmpty();
        boolean isPerson = FieldLikeness.PERSON_NAME.matcher(name).matches();
        if (field.count() == 0 || !isShort || field.all(value -> value.matches("(?i)true|false|yes|no"))) {
            return 0;
        }
        boolean isColleague = OF_A_COLLEAGUE.matcher(name).matches();
        if (isPerson && !isColleague) {
            return 1
                    + (field.name().contains("id") ? 1 : 0)
                    + (CUSTOMER_NAME.matcher(field.name()).matches() ? 0.5 : 0)
                    + (isMail(field) ? 0.8 : 0)
                    - depth(field) / 100;
        }
        return !isColleague && isAddress(field) ? (isMail(field) ? 1.6 : 0.6) - depth(field) / 100 : 0;
    }

    public static String remark(SampledField field, DraftText text) {
        return isAddress(field)
                ? text.say(
                        "an address or a number: written as <email> or <phone>; with SATISFLOW_CUSTOMER_KEY set, a key"
                                + " tells one customer from another, without it nothing does")
                : text.say("by its name");
    }

    /** By what stands there; where it is hidden in part, or is no address by its form, by its name as well. */
    private static boolean isAddress(SampledField field) {
        boolean isNamed = ADDRESS_NAME.matcher(field.name()).matches();
        return isMail(field) || (isNamed && (mostly(field, PHONE) || mostly(field, HIDDEN)));
    }

    private static boolean isMail(SampledField field) {
        return mostly(field, MAIL);
    }

    private static boolean mostly(SampledField field, Pattern form) {
        return field.howMany(value -> form.matcher(value).matches()) * 2 > field.count();
    }

    private static double depth(SampledField field) {
        return field.pointer().chars().filter(c -> c == '/').count();
    }
}
