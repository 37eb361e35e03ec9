package io.satisflow.alerts.rule;

/** The labels that every installation has; dimensions of segments and labels of rules come on top. */
public final class Label {
    public static final String RULE = "rule";
    public static final String SEVERITY = "severity";
    /** {@code score} or {@code ticket}. */
    public static final String KIND = "kind";

    public static final String METRIC = "metric";
    public static final String WINDOW = "window";
    public static final String TEAM = "team";
    public static final String CHANNEL = "channel";
    public static final String CLOCK = "clock";
    public static final String POLICY = "policy";
    /** {@code warn}, {@code breach} or {@code feedback}. */
    public static final String EVENT = "event";

    public static final String SCORE = "score";
    public static final String TICKET = "ticket";

    private Label() {}
}
