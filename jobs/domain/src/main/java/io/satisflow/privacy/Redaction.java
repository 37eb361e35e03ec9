package io.satisflow.privacy;

import io.satisflow.privacy.address.EmailAddresses;
import io.satisflow.privacy.address.IpAddresses;
import io.satisflow.privacy.address.StreetAddresses;
import io.satisflow.privacy.address.WebAddresses;
import io.satisflow.privacy.finding.Findings;
import io.satisflow.privacy.finding.FoldedText;
import io.satisflow.privacy.finding.PersonalData;
import io.satisflow.privacy.finding.Span;
import io.satisflow.privacy.name.Names;
import io.satisflow.privacy.number.CheckedNumbers;
import io.satisflow.privacy.number.NamedNumbers;
import io.satisflow.privacy.phone.PhoneNumbers;
import io.satisflow.privacy.phone.PhoneRegions;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Takes personal data out of a text: each e-mail address, phone number, payment card and so on becomes a mark such as
 * {@code <email>}. Order numbers, dates, prices, mentions and web addresses stay. Numbers with a check digit are taken only
 * when it is right, other numbers by their form and by the words around them. Time is linear in the length, whatever the
 * text, and next to none for a text without digits, {@code @} and names.
 */
public final class Redaction implements Serializable {
    /** For what customers write: everything, numbers as in the regions that most channels serve. */
    public static final Redaction OF_TEXTS = new Redaction(PersonalData.all(), PhoneRegions.USUAL);

    /** For tags, teams and other short values. */
    public static final Redaction OF_VALUES = new Redaction(PersonalData.inValues(), PhoneRegions.USUAL);

    private final EnumSet<PersonalData> kinds;
    private final PhoneRegions regions;

    /** @param kinds what is taken out; whatever else is found stays */
    public Redaction(Set<PersonalData> kinds, PhoneRegions regions) {
        this.kinds = EnumSet.noneOf(PersonalData.class);
        this.kinds.addAll(kinds);
        this.regions = regions;
    }

    /** The text with marks in place of personal data; the same object when there is none. */
    public String redact(String text) {
        Signs signs = Signs.in(text);
        if (signs.isNone()) {
            return text;
        }
        FoldedText folded = FoldedText.of(text);
        Findings findings = new Findings(kinds, folded);
        find(signs, folded.text(), findings);
        return replace(text, findings.unfolded());
    }

    /** What must be left alone comes first, then from the surest to the least sure. */
    private void find(Signs signs, String text, Findings findings) {
        if (signs.at()) {
            EmailAddresses.find(text, findings);
        }
        if (signs.numbers()) {
            WebAddresses.find(text, findings);
            CheckedNumbers.find(text, findings);
        }
        if (signs.numbers() || (signs.digits() > 0 && text.contains("::"))) {
            IpAddresses.find(text, findings);
        }
        if (signs.digits() > 0) {
            NamedNumbers.find(text, signs.digits(), findings);
            StreetAddresses.find(text, findings);
        }
        if (signs.numbers()) {
            new PhoneNumbers(regions).find(text, findings);
        }
        if (signs.names()) {
            Names.find(text, findings);
        }
    }

    private static String replace(String text, List<Span> found) {
        if (found.isEmpty()) {
            return text;
        }
        List<Span> inOrder = new ArrayList<>(found);
        inOrder.sort(Comparator.comparingInt(Span::start));
        StringBuilder redacted = new StringBuilder(text.length());
        int written = 0;
        for (Span span : inOrder) {
            redacted.append(text, written, span.start()).append(span.kind().mark());
            written = span.end();
        }
        return redacted.append(text, written, text.length()).toString();
    }
}
