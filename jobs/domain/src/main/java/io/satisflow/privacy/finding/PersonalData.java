package io.satisflow.privacy.finding;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The kinds of personal data that are looked for. */
public enum PersonalData {
    EMAIL,
    PHONE,
    /** A payment card, by issuer, length and check digit. */
    CARD,
    IBAN,
    /** A Chinese identity number. */
    ID,
    /** IPv4 and IPv6. */
    IP,
    /** After a salutation, in a self-introduction or a signature, beside a form of address. */
    NAME,
    /** Social security number of the United States. */
    SSN,
    /** National insurance number of the United Kingdom. */
    NINO,
    PASSPORT,
    /** The registration of a vehicle. */
    PLATE,
    WECHAT,
    QQ,
    /** A street with a house number. */
    ADDRESS;

    private static final Set<PersonalData> ALL = Collections.unmodifiableSet(EnumSet.allOf(PersonalData.class));

    /** Kinds that only sentences can tell from other words; in a tag, a team or a product they would be guesses. */
    private static final Set<PersonalData> IN_VALUES =
            Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(NAME, ADDRESS, PLATE)));

    public static Set<PersonalData> all() {
        return ALL;
    }

    /** What is looked for in short values such as tags and attributes. */
    public static Set<PersonalData> inValues() {
        return IN_VALUES;
    }

    /** As it is written in settings, and within its mark. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What comes in its place, such as {@code <phone>}. */
    public String mark() {
        return '<' + word() + '>';
    }

    public static Optional<PersonalData> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
