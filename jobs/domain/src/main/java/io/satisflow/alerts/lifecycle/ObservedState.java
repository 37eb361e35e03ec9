package io.satisflow.alerts.lifecycle;

/** What an observation means for an alert. */
public enum ObservedState {
    /** The rule's condition holds. */
    BAD,
    /** It does not hold, or holds no longer. */
    GOOD,
    /** Something was measured, but too little to judge. */
    UNSURE,
    /** Nothing was measured. */
    NO_DATA,
    /** Nothing has been measured for so long that nobody knows. */
    SILENT,
    /** What the alert was about is gone for good: it ends at once. */
    OVER,
    /** Says something about the subject (its team), and nothing about an alert. */
    ABOUT,
    /** Says how things stand while an alert lasts, which changes nothing but what can be said of it. */
    STANDS
}
