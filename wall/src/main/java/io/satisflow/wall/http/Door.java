package io.satisflow.wall.http;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpStatus;
import io.javalin.http.UnauthorizedResponse;
import io.satisflow.wall.access.Access;
import io.satisflow.wall.access.Role;
import io.satisflow.wall.access.Visitor;
import io.satisflow.wall.view.Views;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Lets visitors in, and only those who may act do anything. The page itself is for everybody: it holds nothing. */
final class Door {
    static final String VISITOR = "visitor";

    private static final long MINUTE_NANOS = 60_000_000_000L;
    private static final int WRONG_TOKENS_A_MINUTE = 20;

    private final Access access;
    private final AtomicInteger wrong = new AtomicInteger();
    private final AtomicLong minuteBegan = new AtomicLong(System.nanoTime());

    Door(Access access) {
        this.access = access;
    }

    /** Before each answer of the API. */
    void pass(Context context) {
        Optional<Visitor> visitor = access.visitor(context.req());
        visitor.ifPresent(known -> context.attribute(VISITOR, known));
        if (context.path().equals("/api/session")) {
            return;
        }
        Visitor known = visitor.orElseThrow(() -> new UnauthorizedResponse("Show a token, or come by a link"));
        boolean isReading =
                context.method().name().equals("GET") || context.method().name().equals("HEAD");
        if (!isReading && known.role() != Role.ACT) {
            throw new ForbiddenResponse("%s may look, not act".formatted(known.name()));
        }
        if (!isReading && !access.isOwnPage(context.req(), known)) {
            throw new ForbiddenResponse("X-CSRF-Token is missing or old; take it from /api/session");
        }
    }

    /** Who the page is talking to. */
    void tellVisitor(Context context) {
        Visitor visitor = context.attribute(VISITOR);
        if (visitor == null) {
            context.status(HttpStatus.UNAUTHORIZED);
            Answers.json(context, new Views.Visitor("", "none", true, null));
            return;
        }
        Answers.json(
                context,
                new Views.Visitor(
                        visitor.name(),
                        visitor.role().name().toLowerCase(java.util.Locale.ROOT),
                        access.hasTokens(),
                        access.csrf(visitor)));
    }

    /** Takes a token or the secret of a link, and gives a cookie for it. */
    void open(Context context) {
        if (isGuessing()) {
            context.header("Retry-After", "60");
            context.status(HttpStatus.TOO_MANY_REQUESTS);
            return;
        }
        var body = Arguments.body(context);
        Optional<String> session = Arguments.text(body, "token")
                .flatMap(access::session)
                .or(() -> Arguments.text(body, "link").flatMap(access::sessionOfLink));
        if (session.isEmpty()) {
            wrong.incrementAndGet();
            throw new UnauthorizedResponse("This token or link does not hold, or not any more");
        }
        setCookie(context, session.get(), Access.SESSION.toSeconds());
        context.status(HttpStatus.NO_CONTENT);
    }

    void close(Context context) {
        setCookie(context, "", 0);
        context.status(HttpStatus.NO_CONTENT);
    }

    private static void setCookie(Context context, String value, long seconds) {
        boolean isSecure = context.scheme().equals("https") || "https".equals(context.header("X-Forwarded-Proto"));
        context.res()
                .addHeader(
                        "Set-Cookie",
                        "%s=%s; Path=/; Max-Age=%d; HttpOnly; SameSite=Strict%s"
                                .formatted(Access.COOKIE, value, seconds, isSecure ? "; Secure" : ""));
    }

    private boolean isGuessing() {
        long now = System.nanoTime();
        long began = minuteBegan.get();
        if (now - began > MINUTE_NANOS && minuteBegan.compareAndSet(began, now)) {
            wrong.set(0);
        }
        return wrong.get() >= WRONG_TOKENS_A_MINUTE;
    }
}
