package io.satisflow.segment;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a segment stand on topics: as people wrote them, {@code null} where there is none, {@code (other)} where
 * there was no room for one. Should somebody write just that, or begin with a backslash, a backslash goes before it: a
 * product that customers call {@code null} stands there as {@code \null}.
 */
final class SegmentValue {
    static final String NONE = "null";
    static final String OTHER = "(other)";
    static final String SHOWN_NONE = "(none)";
    private static final String QUOTE = "\\";

    private SegmentValue() {}

    static String spell(@Nullable String written) {
        if (written == null) {
            return NONE;
        }
        return isReserved(written) || written.startsWith(QUOTE) ? QUOTE + written : written;
    }

    /** Empty for {@link #NONE} and {@link #OTHER}, which nobody wrote. */
    static Optional<String> written(String spelled) {
        if (isReserved(spelled)) {
            return Optional.empty();
        }
        return Optional.of(spelled.startsWith(QUOTE) ? spelled.substring(QUOTE.length()) : spelled);
    }

    /** For people and tables: in words what is not there. Different values stay different. */
    static String shown(String spelled) {
        if (spelled.equals(NONE)) {
            return SHOWN_NONE;
        }
        return spelled.equals(SHOWN_NONE) ? QUOTE + spelled : spelled;
    }

    private static boolean isReserved(String text) {
        return text.equals(NONE) || text.equals(OTHER);
    }
}
