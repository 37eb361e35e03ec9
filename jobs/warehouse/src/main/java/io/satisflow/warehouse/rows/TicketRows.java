package io.satisflow.warehouse.rows;

import io.satisflow.ledger.RecordedTicketEvent;
import io.satisflow.ticket.StoryRules;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import io.satisflow.ticket.TicketFacts;
import io.satisflow.ticket.TicketStory;
import io.satisflow.ticket.Transition;
import io.satisflow.warehouse.table.RowBuilder;
import io.satisflow.warehouse.table.TableRow;
import io.satisflow.warehouse.table.Tables;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A ticket as its events leave it, told by the same rules as its clocks hear it. */
public final class TicketRows {
    private static final Comparator<RecordedTicketEvent> AS_IT_HAPPENED =
            Comparator.comparing(RecordedTicketEvent::event, TicketEvent.AS_IT_HAPPENED);

    private final List<RecordedTicketEvent> events;
    private final Map<String, Long> counts = new TreeMap<>();
    private final String ticket;
    private final String channel;
    private final Instant firstAt;
    private final Instant lastAt;
    private TicketStory story = TicketStory.UNTOLD;
    private TicketFacts facts = TicketFacts.NONE;
    private long reopened;
    private @Nullable Instant firstReply;
    private @Nullable String mergedInto;
    private @Nullable String customerKey;

    private TicketRows(@Nullable TicketPastState past, Collection<RecordedTicketEvent> known) {
        events = known.stream()
                .filter(event -> past == null || !past.covers(event.event().occurredAt()))
                .sorted(AS_IT_HAPPENED)
                .toList();
        ticket = past == null ? events.get(0).ticket() : past.ticket();
        channel = past == null ? events.get(0).channel() : past.channel();
        firstAt = past == null ? events.get(0).event().occurredAt() : past.firstAt();
        lastAt = past != null && events.isEmpty()
                ? past.lastAt()
                : events.get(events.size() - 1).event().occurredAt();
        if (past != null) {
            goOnFrom(past);
        }
        tell();
    }

    /**
     * A ticket by what is known of it.
     *
     * @param past what is no longer known event by event
     * @param events of the ticket, each id once; at least one when there is no past
     */
    public static TicketRows told(@Nullable TicketPastState past, Collection<RecordedTicketEvent> events) {
        return new TicketRows(past, events);
    }

    /**
     * The row of a ticket.
     *
     * @param events of the ticket, each id once, at least one
     * @param asOf up to when they are known
     */
    public static TableRow of(Collection<RecordedTicketEvent> events, Instant asOf) {
        return told(null, events).row(asOf);
    }

    private void goOnFrom(TicketPastState past) {
        counts.putAll(past.counts());
        story = past.story();
        facts = past.facts();
        reopened = past.reopened();
        firstReply = past.firstReply();
        mergedInto = past.mergedInto();
        customerKey = past.customerKey();
    }

    /** All that a row needs, without the events. */
    public TicketPastState past() {
        return new TicketPastState(
                ticket, channel, story, facts, counts, reopened, firstReply, mergedInto, customerKey, firstAt, lastAt);
    }

    public String channel() {
        return channel;
    }

    /** Whether it was solved or merged, and nobody has taken it up again. */
    public boolean isOver() {
        return story.endedAt() != null;
    }

    private void tell() {
        boolean isCreationTold = events.stream().anyMatch(one -> one.event().type() == TicketEventType.CREATED);
        for (RecordedTicketEvent recorded : events) {
            TicketEvent event = recorded.event();
            Transition turn = !story.created() && !isCreationTold
                    ? Transition.adopting(event)
                    : Transition.of(event, story, facts, StoryRules.USUAL);
            note(turn);
            story = turn.after();
            facts = turn.known();
        }
    }

    private void note(Transition turn) {
        counts.merge(turn.type().wireName(), 1L, Long::sum);
        if (turn.before().isSolved() && !turn.after().isSolved()) {
            reopened++;
        }
        if (firstReply == null && turn.isReply() && turn.before().isFirstReplyOwed()) {
            firstReply = turn.event().occurredAt();
        }
        if (turn.type() == TicketEventType.MERGED && mergedInto == null) {
            mergedInto = turn.event().detail("into").orElse(null);
        }
        if (turn.event().customerKey() != null) {
            customerKey = turn.event().customerKey();
        }
    }

    public TableRow row(Instant asOf) {
        Instant created = story.openedAt() == null ? firstAt : story.openedAt();
        RowBuilder row = RowBuilder.of(Tables.TICKETS)
                .set("ticket", ticket)
                .set("channel", channel)
                .set("created_at", created)
                .set("first_reply_at", firstReply)
                .set("solved_at", story.isSolved() ? story.endedAt() : null)
                .set("status", story.status().wireName())
                .set("team", team(facts))
                .set("owner", fact("to"))
                .set("customer_messages", count(TicketEventType.CUSTOMER_MESSAGE))
                .set("agent_replies", count(TicketEventType.AGENT_REPLY))
                .set("bot_replies", count(TicketEventType.BOT_REPLY))
                .set("assignments", count(TicketEventType.ASSIGNED))
                .set("reopened", reopened)
                .set("merged_into", mergedInto)
                .set("last_event_at", lastAt)
                .set("first_reply_wall_s", firstReply == null ? null : seconds(created, firstReply))
                .set("customer_key", customerKey)
                .set("as_of", asOf);
        for (String name :
                List.of("priority", "kind", "grade", "product", "region", "tier", "tags", "subject", "language")) {
            row.set(name, fact(name));
        }
        return row.build();
    }

    private static long seconds(Instant from, Instant to) {
        return Duration.between(from, to).toSeconds();
    }

    private static @Nullable String team(TicketFacts facts) {
        String group = joined(facts, "group");
        return group == null ? joined(facts, "team") : group;
    }

    private @Nullable String fact(String name) {
        return joined(facts, name);
    }

    private static @Nullable String joined(TicketFacts facts, String name) {
        List<String> values = facts.values(name);
        return values.isEmpty() ? null : String.join(", ", values);
    }

    private long count(TicketEventType type) {
        return counts.getOrDefault(type.wireName(), 0L);
    }
}
