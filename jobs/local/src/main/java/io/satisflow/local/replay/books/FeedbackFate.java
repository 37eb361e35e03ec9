package io.satisflow.local.replay.books;

import java.util.Locale;

/** What becomes of a piece of feedback in the windows. */
public enum FeedbackFate {
    COUNTED,
    /** A count that complaints are divided by, such as orders: no word of a customer, and in no volume. */
    EXPOSURE,
    /** A later revision, which took the place of what was counted. */
    EDIT,
    /** The same id and revision once more. */
    DUPLICATE,
    /** An earlier revision than the one that counts. */
    OUTDATED,
    /** The same words of the same customer once more, within the time that the mapping says. */
    REPEAT,
    /** Known so late that no window reaches back to it. */
    TOO_LATE,
    /** A later revision, when what was counted could no longer be taken out: the earlier one stays. */
    EDIT_TOO_LATE,
    /** In the step that was cut off where the replay was told to stop. */
    AFTER_LAST_STEP;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
