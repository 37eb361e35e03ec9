package io.satisflow.alerts.rule;

/** The names of what can be said of an alert; texts are made of these, in the reader's language. */
public final class Fact {
    public static final String METRIC = "metric";
    public static final String SEGMENT = "segment";
    public static final String WINDOW = "window";
    public static final String VALUE = "value";
    public static final String THRESHOLD = "threshold";
    public static final String DIRECTION = "direction";
    public static final String FROM = "from";
    public static final String TO = "to";
    public static final String LOW = "low";
    public static final String HIGH = "high";
    public static final String SINCE = "since";
    public static final String N = "n";
    /** Of a threshold: the value when the alert began. */
    public static final String VALUE_AT_FIRST = "value_at_first";

    /** Of a drift that lasts: the last step, its answers and its end. */
    public static final String NOW = "now";

    public static final String NOW_N = "now_n";
    public static final String NOW_TO = "now_to";
    public static final String DRIVERS = "drivers";
    public static final String VERBATIMS = "verbatims";
    public static final String TICKET = "ticket";
    public static final String CLOCK = "clock";
    public static final String EVENT = "event";
    public static final String DUE = "due";
    public static final String POLICY = "policy";
    public static final String ASSIGNEE = "assignee";

    /** How often the alert started within the time that counts as flapping. */
    public static final String FLAPPING = "flapping";

    public static final String PRODUCT = "product";
    public static final String PRIORITY = "priority";
    public static final String SUBJECT = "subject";
    /** Where people can look at it. */
    public static final String LINK = "link";
    /** Of a ticket, as its last event says. */
    public static final String STATUS = "status";

    /** The id of a single feedback. */
    public static final String FEEDBACK = "feedback";

    public static final String RATING = "rating";
    public static final String SENTIMENT = "sentiment";

    /** What customers speak of more since a drift: aspect, share and share before, such as delivery:0.62:0.18. */
    public static final String ASPECTS = "aspects";

    private Fact() {}
}
