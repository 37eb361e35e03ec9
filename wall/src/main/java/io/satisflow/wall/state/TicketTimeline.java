package io.satisflow.wall.state;

import io.satisflow.wire.SlaEvent;
import io.satisflow.wire.TicketEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What has been heard of one ticket: what holds now, and its story. */
public final class TicketTimeline {
    private static final int MOST_EVENTS = 300;

    private final String id;
    private final Map<String, String> details = new TreeMap<>();
    private final Map<String, OpenClock> clocks = new TreeMap<>();
    private final List<TicketEvent> events = new ArrayList<>();
    private final List<SlaEvent> words = new ArrayList<>();
    private String channel = "";
    private boolean isClosed;
    private long forgotten;

    TicketTimeline(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    public String channel() {
        return channel;
    }

    void heard(TicketEvent event) {
        channel = event.getChannel();
        details.putAll(event.getDetails());
        String status = event.getDetails().get("status");
        if (status != null) {
            isClosed = status.equals("closed") || status.equals("solved");
        }
        add(events, event);
    }

    void heard(SlaEvent word) {
        add(words, word);
        String key = word.getClock() + "/" + word.getInstance();
        OpenClock before = clocks.get(key);
        Optional<Standing> standing = standing(word.getEvent(), before);
        if (word.getEvent().equals("fulfil") || word.getEvent().equals("cancel")) {
            clocks.remove(key);
        } else {
            standing.ifPresent(now -> clocks.put(key, clock(word, now, before)));
        }
    }

    private static Optional<Standing> standing(String event, @Nullable OpenClock before) {
        boolean isBroken = before != null && before.standing() == Standing.BREACHED;
        Standing running = before != null && before.warned() ? Standing.WARNED : Standing.RUNNING;
        return switch (event) {
            case "pause" -> Optional.of(isBroken ? Standing.BREACHED : Standing.PAUSED);
            case "warn" -> Optional.of(Standing.WARNED);
            case "breach" -> Optional.of(Standing.BREACHED);
            case "activate" -> Optional.of(Standing.RUNNING);
            case "resume", "apply_policy" -> Optional.of(isBroken ? Standing.BREACHED : running);
            case "retract" -> Optional.of(Standing.RUNNING);
            default -> Optional.empty();
        };
    }

    private static OpenClock clock(SlaEvent word, Standing standing, @Nullable OpenClock before) {
        return new OpenClock(
                word.getTicket(),
                word.getClock(),
                word.getInstance(),
                word.getDue() != null || before == null || standing == Standing.PAUSED ? word.getDue() : before.due(),
                standing,
                standing == Standing.WARNED
                        || (before != null
                                && before.warned()
                                && !word.getEvent().equals("retract")),
                word.getTargetS(),
                word.getConsumedS(),
                word.getTime(),
                word.getPolicy(),
                word.getAt());
    }

    private <T> void add(List<T> story, T part) {
        if (story.size() == MOST_EVENTS) {
            story.remove(0);
            forgotten++;
        }
        story.add(part);
    }

    /** Of the story, how much is not remembered any more. */
    public long forgotten() {
        return forgotten;
    }

    public Map<String, String> details() {
        return details;
    }

    /** What is owed; a clock that rests because the ticket is solved owes nothing. */
    public Stream<OpenClock> clocks() {
        return clocks.values().stream().filter(clock -> !isClosed || clock.standing() != Standing.PAUSED);
    }

    public List<TicketEvent> events() {
        return events;
    }

    public List<SlaEvent> words() {
        return words;
    }

    /** Nothing is owed, and it has been solved. */
    public boolean isOver() {
        return isClosed && clocks().findAny().isEmpty();
    }

    public String subject() {
        return details.getOrDefault("attributes.subject", "");
    }

    public String owner() {
        return details.getOrDefault("to", "");
    }

    public String team() {
        return Stream.of("team", "group", "attributes.team")
                .map(name -> details.getOrDefault(name, ""))
                .filter(team -> !team.isEmpty())
                .findFirst()
                .orElse("");
    }

    public String customer() {
        return Stream.of("customer", "requester", "attributes.customer")
                .map(name -> details.getOrDefault(name, ""))
                .filter(customer -> !customer.isEmpty())
                .findFirst()
                .orElse("");
    }
}
