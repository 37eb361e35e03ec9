package io.satisflow.wall.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.satisflow.hook.action.ActionLink;
import io.satisflow.hook.action.ChatAction;
import io.satisflow.hook.action.LinkKey;
import io.satisflow.hook.content.SafeText;
import io.satisflow.wall.access.Links;
import io.satisflow.wall.state.AlertBoard;
import io.satisflow.wall.state.WallState;
import io.satisflow.wall.topics.WallWriter;
import io.satisflow.wire.Alert;
import io.satisflow.wire.AlertControl;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Acknowledging and silencing by a link in a chat message. The signature of the link is the right to do it, so no login is
 * asked for. Opening a link changes nothing, since chat tools open links on their own; a person confirms, and says who it is.
 */
final class LinkActions {
    private static final Logger LOG = LoggerFactory.getLogger(LinkActions.class);
    private static final String VISIT = "satisflow_do";
    private static final int NAME = 60;
    private static final int COMMENT = 500;
    private static final List<Integer> HOURS = List.of(1, 4, 12, 24);
    /** What changes while an alert goes on, or says nothing of what it is about. */
    private static final Set<String> NOT_MATCHED = Set.of("kind", "severity", "event", "window");

    private final @Nullable LinkKey key;
    private final WallState state;
    private final WallWriter writer;
    private final String language;

    /**
     * @param key null where links are not set up
     * @param language where a browser prefers none that we know
     */
    LinkActions(@Nullable LinkKey key, WallState state, WallWriter writer, String language) {
        this.key = key;
        this.state = state;
        this.writer = writer;
        this.language = language;
    }

    void add(RoutesConfig routes) {
        routes.get("/do/{action}", this::ask);
        routes.post("/do/{action}", this::confirm);
    }

    /** A link that holds, and what it is about now. */
    private record Offer(ActionLink link, List<Alert> alerts, Instant now) {}

    private void ask(Context context) {
        LinkPage page = page(context);
        Optional<Offer> offer = offer(context, page);
        if (offer.isEmpty()) {
            return;
        }
        String visit = Links.newSecret();
        setVisit(context, visit);
        String confirmation =
                Objects.requireNonNull(key).confirmation(offer.get().link(), visit);
        Optional<String> taken = taken(offer.get());
        if (taken.isPresent() && offer.get().link().action() == ChatAction.ACKNOWLEDGE) {
            page.answer(context, HttpStatus.OK, "taken", taken.get());
        } else {
            page.form(context, offer.get().link(), offer.get().alerts(), HOURS, confirmation);
        }
    }

    /** Sent back only by our own page: no other site's form carries it. */
    private static void setVisit(Context context, String visit) {
        boolean isSecure = context.scheme().equals("https") || "https".equals(context.header("X-Forwarded-Proto"));
        context.header(
                "Set-Cookie",
                "%s=%s; Max-Age=3600; HttpOnly; SameSite=Strict%s".formatted(VISIT, visit, isSecure ? "; Secure" : ""));
    }

    private void confirm(Context context) {
        LinkPage page = page(context);
        Optional<Offer> offer = offer(context, page);
        if (offer.isEmpty()) {
            return;
        }
        String visit = Optional.ofNullable(context.cookie(VISIT)).orElse("");
        String shown = Optional.ofNullable(context.formParam("confirmation")).orElse("");
        if (visit.isEmpty()
                || !LinkKey.isSame(
                        Objects.requireNonNull(key).confirmation(offer.get().link(), visit), shown)) {
            page.answer(context, HttpStatus.FORBIDDEN, "again");
            return;
        }
        String name = text(context, "name", NAME);
        if (name.isEmpty()) {
            page.answer(context, HttpStatus.BAD_REQUEST, "nameless");
            return;
        }
        try {
            controls(context, offer.get(), name).forEach(writer::write);
        } catch (IllegalStateException e) {
            LOG.warn("A link could not be acted on: {}", e.getMessage());
            page.answer(context, HttpStatus.SERVICE_UNAVAILABLE, "failed");
            return;
        }
        page.answer(context, HttpStatus.OK, offer.get().link().action().path() + ".done", name);
    }

    /** Empty, and answered, when there is nothing to do. */
    private Optional<Offer> offer(Context context, LinkPage page) {
        if (key == null) {
            page.answer(context, HttpStatus.NOT_FOUND, "off");
            return Optional.empty();
        }
        Optional<ActionLink> link = ChatAction.of(context.pathParam("action"))
                .flatMap(action -> key.verified(
                        action,
                        query(context, "alerts"),
                        query(context, "from"),
                        query(context, "until"),
                        query(context, "sig")));
        if (link.isEmpty()) {
            page.answer(context, HttpStatus.FORBIDDEN, "forged");
            return Optional.empty();
        }
        Instant now = now();
        if (!now.isBefore(link.get().expires())) {
            page.answer(context, HttpStatus.GONE, "expired");
            return Optional.empty();
        }
        List<Alert> known = state.look(() -> link.get().alerts().stream()
                .flatMap(id -> state.alerts.alert(id).stream())
                .toList());
        List<Alert> firing =
                known.stream().filter(alert -> !AlertBoard.isOver(alert)).toList();
        if (firing.isEmpty()) {
            page.answer(
                    context,
                    known.isEmpty() ? HttpStatus.NOT_FOUND : HttpStatus.OK,
                    known.isEmpty() ? "unknown" : "over");
            return Optional.empty();
        }
        return Optional.of(new Offer(link.get(), firing, now));
    }

    /** By whom all of it is in hand already. */
    private Optional<String> taken(Offer offer) {
        List<AlertControl> acknowledged = state.look(() -> offer.alerts().stream()
                .flatMap(alert -> state.alerts.acknowledgement(alert.getId()).stream())
                .toList());
        return acknowledged.size() == offer.alerts().size()
                ? Optional.of(acknowledged.get(0).getAuthor())
                : Optional.empty();
    }

    private Stream<AlertControl> controls(Context context, Offer offer, String name) {
        String comment = text(context, "comment", COMMENT);
        int hours = HOURS.stream()
                .filter(known -> String.valueOf(known).equals(context.formParam("hours")))
                .findFirst()
                .orElse(HOURS.get(0));
        return offer.alerts().stream().map(alert -> {
            AlertControl.Builder control = AlertControl.newBuilder()
                    .setId(UUID.randomUUID().toString())
                    .setAt(offer.now())
                    .setEffectiveAt(offer.now())
                    .setAuthor("%s (%s)".formatted(name, offer.link().receiver()))
                    .setComment(comment);
            return offer.link().action() == ChatAction.ACKNOWLEDGE
                    ? control.setKind("ACK").setAlertId(alert.getId()).build()
                    : control.setKind("SILENCE")
                            .setMatchers(matchers(alert))
                            .setStartsAt(offer.now())
                            .setEndsAt(offer.now().plus(Duration.ofHours(hours)))
                            .build();
        });
    }

    /** What the page of alerts would silence. */
    private static Map<String, String> matchers(Alert alert) {
        Map<String, String> matchers = new TreeMap<>(alert.getLabels());
        matchers.keySet().removeAll(NOT_MATCHED);
        matchers.put("rule", alert.getRule());
        return matchers;
    }

    private static String text(Context context, String name, int longest) {
        return SafeText.line(Optional.ofNullable(context.formParam(name)).orElse(""), longest);
    }

    private static String query(Context context, String name) {
        return Optional.ofNullable(context.queryParam(name)).orElse("");
    }

    private LinkPage page(Context context) {
        return LinkPage.in(context.header("Accept-Language"), language);
    }

    /** What people do has its place in the engine's time. */
    private Instant now() {
        return state.look(() -> state.time.now().orElseGet(Instant::now));
    }
}
