package io.satisflow.privacy.address;

import io.satisflow.privacy.finding.Findings;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses of pages, whose numbers are nobody's, and the marks of earlier redaction. */
public final class WebAddresses {
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:https?://|(?<![a-z0-9])www\\.)[^\\s<>\"\\x{2e80}-\\x{ffff}]{1,2000}+", Pattern.CASE_INSENSITIVE);

    private WebAddresses() {}

    public static void find(String text, Findings findings) {
        Matcher matcher = ADDRESS.matcher(text);
        while (matcher.find()) {
            findings.keep(matcher.start(), matcher.end());
        }
    }
}
