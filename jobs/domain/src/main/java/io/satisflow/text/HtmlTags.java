package io.satisflow.text;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Tells tags from the angles that people write: {@code a<b and c>d} and {@code <3} are words. A tag has the name of an element,
 * and attributes that have values or are known to need none.
 */
final class HtmlTags {
    private static final String BARE_ATTRIBUTES =
            "(?:hidden|disabled|checked|selected|readonly|required|multiple|controls|autoplay|loop|muted|async|defer|nowrap|noshade|compact|open|reversed|download|itemscope|allowfullscreen)";
    private static final String ATTRIBUTE =
            "\\s++(?:[a-zA-Z_:@][-\\w:.]*+\\s*+=\\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\\s\"'>]++)|" + BARE_ATTRIBUTES
                    + "(?=[\\s/>]))";
    private static final Pattern CANDIDATE = Pattern.compile(
            "<!--|<!\\[|<!(?i:doctype)|<\\?|</?([a-zA-Z][a-zA-Z0-9]*+(?::[a-zA-Z]++)?)(?:" + ATTRIBUTE + ")*+\\s*+/?>");

    private HtmlTags() {}

    /** The text with every angle that opens no tag as an entity. */
    static String withoutOtherAngles(String html) {
        StringBuilder markup = new StringBuilder(html.length() + 16);
        Matcher candidate = CANDIDATE.matcher(html);
        int from = 0;
        for (int angle = html.indexOf('<'); angle >= 0; angle = html.indexOf('<', angle + 1)) {
            candidate.region(angle, html.length());
            if (!candidate.lookingAt() || !isKnown(candidate.group(1))) {
                markup.append(html, from, angle).append("&lt;");
                from = angle + 1;
            } else if (candidate.group(1) != null) {
                // What stands within the tag, such as in the value of an attribute, is its own.
                angle = candidate.end() - 1;
            }
        }
        return markup.append(html, from, html.length()).toString();
    }

    private static boolean isKnown(@Nullable String name) {
        return name == null || name.indexOf(':') > 0 || Tag.isKnownTag(name.toLowerCase(Locale.ROOT));
    }
}
