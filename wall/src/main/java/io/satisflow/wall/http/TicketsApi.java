package io.satisflow.wall.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.satisflow.wall.state.WallState;
import io.satisflow.wall.view.Boards;
import io.satisflow.wall.view.Mapping;
import io.satisflow.wall.view.Views;
import java.util.List;

/** Tickets, their clocks, customers, and the live stream of what they say. */
final class TicketsApi {
    private static final int MOST = 200;

    private final WallState state;
    private final Boards boards;
    private final Mapping mapping;

    TicketsApi(WallState state) {
        this.state = state;
        this.boards = new Boards(state);
        this.mapping = new Mapping(state);
    }

    void add(RoutesConfig routes) {
        routes.get("/api/clocks", context -> Answers.json(context, clocks(context)));
        routes.get("/api/tickets/<id>", context -> Answers.json(context, ticket(context)));
        routes.get("/api/customers/<id>", context -> Answers.json(context, customer(context)));
        routes.get("/api/feedback", context -> Answers.json(context, feedback(context)));
    }

    private Views.Clocks clocks(Context context) {
        return boards.clocks(
                context.queryParam("team"), Arguments.text(context, "standing").orElse(null));
    }

    private Views.Ticket ticket(Context context) {
        String id = context.pathParam("id");
        return state.look(() -> state.tickets.file(id).map(mapping::story))
                .orElseThrow(() -> new NotFoundResponse("The wall knows no ticket " + id));
    }

    private Views.Customer customer(Context context) {
        String id = context.pathParam("id");
        return state.look(() -> {
            List<Views.Feedback> feedback =
                    state
                            .feedback
                            .newest(
                                    MOST,
                                    scored -> id.equals(scored.getFeedback().getCustomer()))
                            .stream()
                            .map(mapping::feedback)
                            .toList();
            List<Views.TicketHead> tickets = state.tickets
                    .files()
                    .filter(file -> mapping.customerOf(file).filter(id::equals).isPresent())
                    .limit(MOST)
                    .map(mapping::ticket)
                    .toList();
            return new Views.Customer(id, feedback, tickets);
        });
    }

    private List<Views.Feedback> feedback(Context context) {
        int most = Arguments.number(context, "most", 40, MOST);
        return state.look(() -> state.feedback.newest(most, scored -> true).stream()
                .map(mapping::feedback)
                .toList());
    }
}
