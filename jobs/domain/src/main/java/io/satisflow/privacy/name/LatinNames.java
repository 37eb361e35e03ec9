package io.satisflow.privacy.name;

import io.satisflow.privacy.finding.Findings;
import io.satisflow.privacy.finding.PersonalData;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names in Latin letters: words with a capital letter behind what announces a name. */
final class LatinNames {
    private static final String GROUP = "n";

    /** Of what introduces a name, and the name, in UTF-16 units. */
    private static final int LONGEST = 120;

    private static final String WORD = "(?:(?:O|D|L)['’])?\\p{Lu}\\p{Ll}[\\p{L}'’]{0,23}(?:-\\p{Lu}\\p{L}{1,23})?";
    private static final String PARTICLE = "(?:(?:von|van|de|der|den|del|della|da|di|la|le|bin|al|ten|zu)[ -]){1,2}";

    /** A first name, an initial, a last name. */
    private static final String NAME =
            "(?<n>(?:\\p{Lu}\\. ?){0,2}" + WORD + "(?: (?:\\p{Lu}\\.? )?(?:" + PARTICLE + ")?" + WORD + "){0,2})";

    /** A first name with an initial, or two names at least: what stands behind "I am" is mostly something else. */
    private static final String FULL_NAME = "(?<n>" + WORD + " (?:\\p{Lu}\\.? )?(?:" + PARTICLE + ")?" + WORD + ")";

    private static final String BREAK = "(?:\\s|\\\\n|\\\\r)";
    private static final String NO_LETTER = "(?![\\p{L}\\d])";

    private static final List<Pattern> FORMS = List.of(
            // Mr. Henderson, Frau Dr. Müller
            form(
                    "(?<![\\p{L}])(?:Mr|Mrs|Ms|Mx|Miss|Dr|Prof|Sir|Madam|Herrn?|Frau|Mme|Madame|Monsieur|M)(?:\\.| ?\\.)? (?:Dr\\.? |Prof\\.? )?"
                            + NAME + NO_LETTER),
            // Dear Sandra,
            form(
                    "(?<![\\p{L}])(?:[Dd]ear|DEAR|[Hh]i|[Hh]ello|[Hh]ey|Liebe[rs]?|Hallo|Bonjour|Cher|Chère|Good (?:morning|afternoon|evening)) "
                            + NAME + "(?= ?(?:[,!:;&–-]|and \\p{Lu}|\\.(?: |$)|\\n|\\\\n|$))"),
            // My name is Sandra Miller
            form(
                    "(?<![\\p{L}])(?i:my (?:full |last |first )?name(?:'s| is|:)|(?:full |last |first |customer |sur)?name ?:|name is|i am called|they call me|please call me|attn:?|attention:|contact(?: person| name)? ?:|signed(?: by)?:?|mein name ist|ich heiße|je m'appelle|me llamo) (?:(?i:is) )?(?:(?:Mr|Mrs|Ms|Dr)\\.? )?"
                            + NAME + NO_LETTER),
            form(
                    "(?<![\\p{L}])(?i:my (?:full |last |first )?name(?:'s| is)) (?<n>\\p{Ll}{3,15}(?: \\p{Ll}{3,15})?)(?= ?(?:[,.!;]|$|\\n| and (?:i|my)))"),
            // This is Sandra Miller, I'm Sandra Miller
            form("(?<![\\p{L}])(?:[Ii] am|[Ii]['’]?m|[Tt]his is|[Ii]t['’]s|[Ii]ch bin|[Jj]e suis) " + FULL_NAME
                    + NO_LETTER),
            form(
                    "(?<![\\p{L}])(?:[Ii] am|[Ii]['’]?m|[Tt]his is|[Ii]t['’]s) (?<n>" + WORD
                            + ")(?=(?: (?:again|speaking|calling|writing)| from (?:\\p{Lu}|the |flat|apartment|unit|room)|, (?:a |your |the |I |my |we ))(?<!, the))"),
            // Best regards, Sandra Miller
            form(
                    "(?<![\\p{L}])(?i:(?:regards|wishes)|(?:yours )?sincerely(?: yours)?|yours (?:truly|faithfully|sincerely)|cheers|mit freundlichen grüßen|(?:viele|liebe|beste|freundliche|schöne) grüße|mfg|lg|vg|gruß|cordialement|saludos|thanks(?: again| in advance)?|thank you|many thanks|best|love|respectfully)(?:[,.!–-]{0,2})(?:"
                            + BREAK + "){1,6}[–-]{0,2} ?" + NAME + "(?=" + BREAK + "{0,4}(?:[,.]?" + BREAK
                            + "{0,4}$|\\n|\\\\n|,|<|\\())"));

    /** Who is greeted, thanked or written to without being a person. */
    private static final Set<String> NOBODY = new HashSet<>(Arrays.asList(
            ("team mr mrs ms mx miss dr prof sir sirs madam support customer customers all everyone everybody there guys service friend friends "
                            + "folks seller sellers staff manager management store shop company developer developers devs dev owner agent representative admin ladies gentlemen "
                            + "amazon apple google microsoft delta united american southwest virgin jetblue us airways airlines air app facebook instagram netflix spotify zoom youtube tiktok uber lyft paypal ebay "
                            + "tesco walmart target ups fedex dhl usps vodafone sprint verizon comcast att tmobile hulu playstation xbox nike adidas sony samsung god lord jesus christmas santa kitty "
                            + "mom dad world people sincerely regards best thanks thank hope please why what when where who how the this that these those my your our we i it is was are not no yes "
                            + "so very just still really again already also here now then waiting looking trying writing happy sorry sad angry glad done sure new good great bad nice "
                            + "help helpdesk care community sales billing hotel hotels restaurant reviewers reviewer readers reader english german chinese french spanish american british monday tuesday "
                            + "wednesday thursday friday saturday sunday january february march april may june july august september october november december and but or for with from to "
                            + "damen herren kundenservice zusammen leute welt tous monsieur madame first last never ever customerservice hotline neighbor neighbour valued fellow fans fan users user players player")
                    .split(" ")));

    private LatinNames() {}

    /** Looks only behind words that may introduce a name. */
    static void find(String text, Findings findings) {
        List<Matcher> matchers = FORMS.stream()
                .map(form -> form.matcher(text).useTransparentBounds(true).useAnchoringBounds(false))
                .toList();
        for (int at = 0; at < text.length(); at++) {
            if (NameTriggers.isAt(text, at, text.charAt(at))) {
                int end = Math.min(text.length(), at + LONGEST);
                for (Matcher matcher : matchers) {
                    findAt(matcher.region(at, end), findings);
                }
            }
        }
    }

    private static void findAt(Matcher matcher, Findings findings) {
        if (matcher.lookingAt()) {
            int length = lengthOfName(matcher.group(GROUP));
            if (length > 0) {
                findings.add(matcher.start(GROUP), matcher.start(GROUP) + length, PersonalData.NAME);
            }
        }
    }

    /** Without what follows a name in capitals and is none; 0 when the first word is none. */
    private static int lengthOfName(String name) {
        int length = 0;
        int from = 0;
        while (from < name.length()) {
            int to = name.indexOf(' ', from);
            to = to < 0 ? name.length() : to;
            if (NOBODY.contains(name.substring(from, to).toLowerCase(Locale.ROOT))) {
                return length;
            }
            length = to;
            from = to + 1;
        }
        return length;
    }

    private static Pattern form(String pattern) {
        return Pattern.compile(pattern);
    }
}
