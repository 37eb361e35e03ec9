package io.satisflow.warehouse.table;

import static io.satisflow.warehouse.table.ColumnType.DAY;
import static io.satisflow.warehouse.table.ColumnType.INSTANT;
import static io.satisflow.warehouse.table.ColumnType.JSON;
import static io.satisflow.warehouse.table.ColumnType.NUMBER;
import static io.satisflow.warehouse.table.ColumnType.TEXT;
import static io.satisflow.warehouse.table.ColumnType.TEXTS_BY_NAME;
import static io.satisflow.warehouse.table.ColumnType.WHOLE;
import static io.satisflow.warehouse.table.ColumnType.YES_OR_NO;

import java.util.List;

/** The tables, with the names and columns that {@code ./satisflow sql} has too. */
public final class Tables {
    private Tables() {}

    public static final Table FEEDBACK = Table.named("feedback", "a piece of feedback, its latest revision")
            .with("id", TEXT, "the source's, unique within the channel")
            .with("channel", TEXT, "")
            .with("occurred_at", INSTANT, "when the customer said it: what is counted")
            .with("known_at", INSTANT, "from when it was used")
            .with("customer", TEXT, "as the source names them, redacted")
            .with("customer_key", TEXT, "keyed hash of the customer; null without SATISFLOW_CUSTOMER_KEY")
            .with("kind", TEXT, "complaint, question, request or praise; null: not triaged")
            .with("grade", TEXT, "general, complex or major")
            .with("text", TEXT, "plain, redacted")
            .with("language", TEXT, "BCP 47; und: not known")
            .texts("product", "region", "team", "tier")
            .with("sentiment", TEXT, "negative, neutral, positive or not_scored; null without text")
            .with("sentiment_score", NUMBER, "-1 to 1")
            .with("scorer", TEXT, "model and version")
            .with("revision", WHOLE, "of the source; a later one is an edit")
            .with("attributes", TEXTS_BY_NAME, "all that the channel maps besides")
            .with("ratings", JSON, "list of question, value, min, max; the view ratings has a row each")
            .with("aspects", JSON, "list of name, label, score; the view aspects has a row each")
            .key("channel", "id")
            .version("revision", "known_at")
            .filedBy("occurred_at");

    public static final Table TICKETS = Table.named("tickets", "a ticket as its events leave it")
            .with("ticket", TEXT, "its id")
            .with("channel", TEXT, "")
            .with("created_at", INSTANT, "")
            .with("first_reply_at", INSTANT, "the first public reply of a person to the customer")
            .with("solved_at", INSTANT, "when it was last solved, only while it is solved")
            .with("status", TEXT, "new, open, pending, on_hold, solved or closed")
            .texts("priority", "team")
            .with("owner", TEXT, "the person who has it")
            .texts("kind", "grade", "product", "region", "tier", "tags", "subject")
            .with("customer_messages", WHOLE, "count")
            .with("agent_replies", WHOLE, "count; public, from people")
            .with("bot_replies", WHOLE, "count")
            .with("assignments", WHOLE, "count; how often it was given to somebody")
            .with("reopened", WHOLE, "count; how often it was taken up after a solution")
            .with("merged_into", TEXT, "the ticket where its story goes on")
            .with("last_event_at", INSTANT, "")
            .with(
                    "first_reply_wall_s",
                    WHOLE,
                    "seconds from created_at to first_reply_at, nights and weekends included")
            .with("customer_key", TEXT, "keyed hash of the customer")
            .with("as_of", INSTANT, "the boundary up to which what is known of it is in the row")
            .with("language", TEXT, "in which the customer writes: BCP 47, the first that was known")
            .key("ticket")
            .version("as_of")
            .filedBy("created_at");

    public static final Table SLA_INSTANCES = Table.named("sla_instances", "one promise of one clock of a ticket")
            .with("ticket", TEXT, "")
            .with("clock", TEXT, "first_reply, next_reply, total_resolution, ...")
            .with("instance", WHOLE, "counts the activations of this clock on the ticket, from 1")
            .with("policy", TEXT, "the policy, with the version that held last")
            .with("outcome", TEXT, "met, missed, cancelled or running; a breach that was withdrawn is no miss")
            .with("warned", YES_OR_NO, "")
            .with("started_at", INSTANT, "")
            .with("due", INSTANT, "when the target is used up, as last said")
            .with("done_at", INSTANT, "when it was fulfilled; null while it is not")
            .with("breached_at", INSTANT, "")
            .with("time_basis", TEXT, "business or wall: what the target counts")
            .with("target_s", NUMBER, "seconds of the target's own time")
            .with("consumed_s", NUMBER, "seconds of the target's own time used, pauses left out, as last said")
            .with("wall_s", NUMBER, "seconds since the activation, as last said")
            .texts("team", "owner", "priority", "product", "channel")
            .with("as_of", INSTANT, "the boundary up to which what is known of it is in the row")
            .key("ticket", "clock", "instance")
            .version("as_of")
            .filedBy("started_at");

    public static final Table SATISFACTION = Table.named(
                    "satisfaction", "a metric of a rolling window of a segment at one of its steps; rows overlap")
            .with(
                    "segment",
                    TEXTS_BY_NAME,
                    "what the feedback has in common, (none) where it carries nothing; empty: all")
            .texts("channel", "product", "region", "team", "language")
            .with("window", TEXT, "its length, such as 1h; of a period to date its name, such as month")
            .with("from_at", INSTANT, "the first instant that counts")
            .with("to_at", INSTANT, "the first that does not count any more")
            .with("metric", TEXT, "")
            .with("score", NUMBER, "in the metric's own unit; null: nothing was measured")
            .with("n", WHOLE, "answers, texts or pieces of feedback")
            .with("low", NUMBER, "of the 95 % interval")
            .with("high", NUMBER, "")
            .with("previous", NUMBER, "of the window just before")
            .with("change_low", NUMBER, "of the 95 % interval of the change; one that holds 0 is within noise")
            .with("change_high", NUMBER, "")
            .with("target", NUMBER, "")
            .with("as_of", INSTANT, "a later one corrects")
            .with("movement", TEXT, "beside previous: rose, fell or within_noise; null: one of them has no interval")
            .with("shown", TEXT, "hidden: n below 5; greyed: below 30; shown")
            .with("provisional", WHOLE, "how many of n may still turn out otherwise")
            .with("year_before", NUMBER, "of a period to date: the same period of the year before, as far into it")
            .with("year_change_low", NUMBER, "of the 95 % interval of the change since then")
            .with("year_change_high", NUMBER, "")
            .with("plan", TEXT, "beside target: ahead, on or behind")
            .with("needed", NUMBER, "of a period to date: what its rest has to average to reach the target of its end")
            .key("segment", "window", "to_at", "metric")
            .version("as_of")
            .filedBy("to_at");

    public static final Table DAILY = Table.named(
                    "daily", "a metric of a segment on one day of the warehouse's zone; counts and sums add up")
            .with("day", DAY, "of the zone")
            .with("segment", TEXTS_BY_NAME, "take one grouping at a time: segments overlap")
            .texts("channel", "product", "region", "team", "language")
            .with("metric", TEXT, "")
            .with("n", WHOLE, "answers, texts, or promises of a clock")
            .with("total", NUMBER, "sum of answers, on the question's own scale")
            .with("top", NUMBER, "answers that count as satisfied")
            .with("promoters", NUMBER, "")
            .with("detractors", NUMBER, "")
            .with("met", NUMBER, "promises")
            .with("missed", NUMBER, "promises")
            .with("score", NUMBER, "what they come to")
            .with("mean", NUMBER, "total by n")
            .with("as_of", INSTANT, "the boundary up to which what is known is in the row")
            .with(
                    "hits",
                    NUMBER,
                    "of a rate: of how many of n it holds; of a complaint rate: complaints, n being the exposure")
            .with("provisional", NUMBER, "of a rate: how many of n may still turn out otherwise")
            .key("day", "segment", "metric")
            .version("as_of")
            .filedBy("day");

    public static final Table ALERTS = Table.named(
                    "alerts", "an alert that began, as it stands; inactive: it never fired")
            .with("id", TEXT, "")
            .with("rule", TEXT, "")
            .with("key", TEXT, "what the rule found it on")
            .with("state", TEXT, "pending, firing, recovering, resolved, no_data or inactive")
            .with("since", INSTANT, "")
            .with("ended_at", INSTANT, "")
            .with("severity", TEXT, "info, warning or critical")
            .texts("team", "kind", "summary", "ticket")
            .with("reason", TEXT, "what brought it into this state")
            .with("labels", TEXTS_BY_NAME, "")
            .with("annotations", TEXTS_BY_NAME, "")
            .with("as_of", INSTANT, "when it came into this state")
            .key("id")
            .version("as_of")
            .filedBy("since");

    public static final Table SIGNALS = Table.named("signals", "a word of drift: a score has moved, or is back")
            .with("id", TEXT, "of the drift; its end has the same")
            .with("segment", TEXTS_BY_NAME, "")
            .with("metric", TEXT, "")
            .with("state", TEXT, "drifted, ended, settled or no_data")
            .with("signalled_at", INSTANT, "")
            .with("direction", TEXT, "up or down")
            .with("level_before", NUMBER, "in the metric's own unit")
            .with("level_since", NUMBER, "")
            .with("low", NUMBER, "of the 95 % interval of level_since")
            .with("high", NUMBER, "")
            .with("since", INSTANT, "when the change began, as estimated")
            .with("n", WHOLE, "answers or texts since then")
            .with("detector", TEXT, "")
            .with("drivers", JSON, "list of name, contribution, dimension, mix, rate")
            .with("verbatims", JSON, "up to five texts")
            .key("id", "state", "signalled_at")
            .filedBy("signalled_at");

    public static final Table NOTIFICATIONS = Table.named("notifications", "a word to a receiver")
            .with("id", TEXT, "")
            .with("notified_at", INSTANT, "")
            .texts("receiver", "reason", "title", "text")
            .key("id")
            .filedBy("notified_at");

    public static final Table DEAD_LETTERS = Table.named("dead_letters", "a record that was refused, and why")
            .with("channel", TEXT, "")
            .with("reason", TEXT, "a code, such as missing_time")
            .with("message", TEXT, "")
            .with("refused_at", INSTANT, "the event time its partition had reached")
            .with("topic", TEXT, "")
            .with("partition", WHOLE, "")
            .with("offset", WHOLE, "")
            .with("source_row", WHOLE, "in a replay: the row of the file")
            .key("topic", "partition", "offset", "reason")
            .filedBy("refused_at");

    public static final List<Table> ALL = List.of(
            FEEDBACK, TICKETS, SLA_INSTANCES, SATISFACTION, DAILY, ALERTS, SIGNALS, NOTIFICATIONS, DEAD_LETTERS);

    /** @throws IllegalArgumentException when there is none of that name */
    public static Table named(String name) {
        return ALL.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no table " + name));
    }
}
