package io.satisflow.local.sample;

import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A ticket of the made-up help desk while it is told. */
final class Ticket {
    private static final List<String> TEAMS = List.of("billing", "delivery", "returns");
    private static final int AGENTS_OF_A_TEAM = 2;

    private final String id;
    private final Caller caller;
    private final boolean complains;
    private final boolean called;
    private final String team;
    private @Nullable String agent;

    Ticket(String id, Caller caller, boolean complains, boolean called) {
        this.id = id;
        this.caller = caller;
        this.complains = complains;
        this.called = called;
        this.team = TEAMS.get(Math.floorMod(id.hashCode(), TEAMS.size()));
    }

    void assign(Random random) {
        agent = "a-" + team + "-" + random.nextInt(AGENTS_OF_A_TEAM);
    }

    String id() {
        return id;
    }

    Caller caller() {
        return caller;
    }

    boolean complains() {
        return complains;
    }

    String via() {
        return called ? "phone" : "mail";
    }

    String team() {
        return team;
    }

    @Nullable
    String agent() {
        return agent;
    }
}
