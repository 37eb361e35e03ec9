package io.satisflow.wall.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.satisflow.wall.WallOptions;
import io.satisflow.wall.access.Access;
import io.satisflow.wall.state.WallState;
import io.satisflow.wall.stream.Changes;
import io.satisflow.wall.stream.Streams;
import io.satisflow.wall.topics.TopicReader;
import io.satisflow.wall.topics.WallWriter;
import io.satisflow.wall.view.Boards;
import io.satisflow.wall.view.Views;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The addresses of the wall. The stream has a servlet of its own, so that nothing in it blocks. */
public final class WallServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WallServer.class);
    private static final String STREAM = "/api/stream";
    private static final long MOST_BYTES = 64 * 1024;
    private static final int MOST_THREADS = 24;
    private static final int FEWEST_THREADS = 4;
    private static final String VERSION = "0.1.0-SNAPSHOT";
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
                    + " manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
                    + " require-trusted-types-for 'script'; trusted-types 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Permissions-Policy",
            "camera=(), microphone=(), geolocation=(), payment=()",
            "X-Frame-Options",
            "DENY");

    private final WallOptions options;
    private final WallState state;
    private final Access access;
    private final Streams streams;
    private final Javalin javalin;
    private final PageFiles page = new PageFiles();

    public WallServer(
            WallOptions options,
            WallState state,
            Access access,
            Changes changes,
            Streams streams,
            TopicReader reader,
            WallWriter writer) {
        this.options = options;
        this.state = state;
        this.access = access;
        this.streams = streams;
        Door door = new Door(access);
        WallMetrics metrics = new WallMetrics(state, changes, streams, reader);
        this.javalin = Javalin.create(config -> {
            configure(config);
            RoutesConfig routes = config.routes;
            routes.before(WallServer::protect);
            routes.before("/api/*", door::pass);
            routes.get("/api/session", door::tellVisitor);
            routes.post("/api/session", door::open);
            routes.delete("/api/session", door::close);
            routes.get("/api/setup", context -> Answers.json(context, setup()));
            routes.get(
                    "/api/time",
                    context -> Answers.json(context, new Boards(state).time(reader.isLoading(), reader.trouble())));
            new ScoresApi(state).add(routes);
            new TicketsApi(state).add(routes);
            new ActionsApi(state, writer).add(routes);
            new LinkActions(options.linkKey(), state, writer, options.language()).add(routes);
            routes.get("/api/openapi.json", WallServer::openApi);
            routes.get("/health", metrics::health);
            routes.get("/metrics", metrics::tell);
            routes.get("/", context -> page.answer(context, "index.html"));
            routes.get("/<file>", this::file);
            routes.exception(HttpResponseException.class, WallServer::refused);
            routes.exception(Exception.class, WallServer::failed);
        });
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.maxRequestSize = MOST_BYTES;
        config.jetty.threadPool = new QueuedThreadPool(MOST_THREADS, FEWEST_THREADS);
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        config.jetty.modifyServletContextHandler(handler -> {
            ServletHolder stream = new ServletHolder(new StreamServlet());
            stream.setAsyncSupported(true);
            handler.addServlet(stream, STREAM);
        });
    }

    /** Who listens is looked at when the stream is opened; a browser opens it again at least once a minute or two. */
    private final class StreamServlet extends HttpServlet {
        private static final long serialVersionUID = 1;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            HEADERS.forEach(response::setHeader);
            if (access.visitor(request).isEmpty()) {
                response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
                return;
            }
            String seen = request.getHeader("Last-Event-ID");
            streams.open(request, response, seen == null ? request.getParameter("after") : seen);
        }
    }

    private static void protect(Context context) {
        HEADERS.forEach(context::header);
    }

    private Views.Setup setup() {
        return new Boards(state).setup(zoneName(options.zone()), options.language(), options.metrics(), VERSION);
    }

    private static void openApi(Context context) throws IOException {
        try (@Nullable InputStream in = WallServer.class.getResourceAsStream("/io/satisflow/wall/openapi.json")) {
            context.contentType("application/json")
                    .result(Objects.requireNonNull(in, "openapi.json").readAllBytes());
        }
    }

    /** As browsers know it: they have no Z. */
    private static String zoneName(ZoneId zone) {
        return zone.normalized().equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }

    private void file(Context context) {
        if (!page.answer(context, context.pathParam("file"))) {
            context.status(HttpStatus.NOT_FOUND).result("There is nothing at this address");
        }
    }

    private static void refused(HttpResponseException refusal, Context context) {
        context.status(refusal.getStatus());
        Answers.json(context, Map.of("error", String.valueOf(refusal.getMessage())));
    }

    private static void failed(Exception failure, Context context) {
        LOG.error("{} {} failed", context.method(), context.path(), failure);
        context.status(HttpStatus.INTERNAL_SERVER_ERROR);
        Answers.json(context, Map.of("error", "The wall failed to answer; its log says why"));
    }

    /** @throws RuntimeException when the port is taken */
    public void start() {
        javalin.start(options.host(), options.port());
    }

    public String address() {
        return "http://%s:%d/".formatted(options.host(), javalin.port());
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
