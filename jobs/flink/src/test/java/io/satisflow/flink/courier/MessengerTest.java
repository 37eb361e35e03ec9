package io.satisflow.flink.courier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.satisflow.flink.courier.ToolServer.Reply;
import io.satisflow.hook.Answer;
import io.satisflow.hook.HookSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that behave badly, names that lie, and what a receiver's troubles cost another: over real sockets. */
class MessengerTest {
    private static final Duration SOON = Duration.ofMillis(400);
    /** However busy the machine is. */
    private static final Duration PATIENT = Duration.ofMinutes(2);

    private final CountDownLatch over = new CountDownLatch(1);
    private final ToolServer tool = ToolServer.keeping(request -> Reply.of(200, "ok"));

    @AfterEach
    void stop() {
        over.countDown();
        tool.close();
    }

    /** What a server does with a connection on which a request has come. */
    private interface Misdeed {
        void commit(Socket socket, OutputStream out) throws IOException, InterruptedException;
    }

    @ParameterizedTest
    @ValueSource(strings = {"hangs at once", "hangs after headers", "drips", "never ends"})
    void whatever_a_server_does_there_is_an_answer_within_the_deadline(String how) throws Exception {
        try (ServerSocket server = serve(misdeed(how));
                Messenger bad = hasty("http://127.0.0.1:" + server.getLocalPort() + "/", Lookup.SYSTEM);
                Messenger good = messenger(tool.url("/").toString(), Lookup.SYSTEM, true)) {
            CompletableFuture<Answer> pending = bad.tell(SampleMessages.firing("en"), SampleMessages.NINE);
            for (int i = 0; i < 5; i++) {
                assertThat(tell(good)).isEqualTo(Answer.delivered());
            }
            Answer answer = pending.get(150, TimeUnit.SECONDS);
            if (!how.equals("never ends")) {
                assertThat(answer).isInstanceOf(Answer.Retry.class);
            }
        }
    }

    private Misdeed misdeed(String how) {
        return switch (how) {
            case "hangs at once" -> (socket, out) -> over.await();
            case "hangs after headers" ->
                (socket, out) -> {
                    out.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    out.flush();
                    over.await();
                };
            case "drips" ->
                (socket, out) -> {
                    out.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    while (!over.await(20, TimeUnit.MILLISECONDS)) {
                        out.write('x');
                        out.flush();
                    }
                };
            // More than anybody wants to know: reading ends, and the status counts.
            default ->
                (socket, out) -> {
                    out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    byte[] much = new byte[8192];
                    while (over.getCount() > 0) {
                        out.write(much);
                    }
                };
        };
    }

    @Test
    void a_connection_that_is_reset_is_tried_again() throws Exception {
        try (ServerSocket server = serve((socket, out) -> socket.setSoLinger(true, 0));
                Messenger bad = messenger("http://127.0.0.1:" + server.getLocalPort() + "/", Lookup.SYSTEM, true)) {
            assertThat(tell(bad)).isInstanceOf(Answer.Retry.class);
        }
    }

    @Test
    void a_look_up_that_hangs_ends_at_the_deadline_and_the_next_attempt_does_not_wait_for_it() throws Exception {
        Lookup hangs = host -> {
            try {
                over.await();
            } catch (InterruptedException e) {
                throw new UnknownHostException(host);
            }
            throw new UnknownHostException(host);
        };
        try (Messenger bad = hasty("https://hooks.example.com/", hangs)) {
            assertThat(tell(bad))
                    .isInstanceOfSatisfying(
                            Answer.Retry.class,
                            retry -> assertThat(retry.reason()).contains("no complete response"));
            assertThat(tell(bad)).isEqualTo(Answer.retry("an earlier attempt still hangs"));
        }
    }

    @Test
    void a_name_that_nobody_knows_is_tried_again() throws Exception {
        try (Messenger bad = messenger(
                "https://hooks.example.com/t0ken-secret",
                host -> {
                    throw new UnknownHostException(host);
                },
                false)) {
            assertThat(tell(bad)).isEqualTo(Answer.retry("its name is not known to the network"));
        }
    }

    @Test
    void a_name_that_turns_private_between_check_and_connection_is_not_followed() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Lookup rebinding = host -> new InetAddress[] {
            InetAddress.getByAddress(
                    host, asked.getAndIncrement() == 0 ? new byte[] {1, 1, 1, 1} : new byte[] {127, 0, 0, 1})
        };
        CheckedLookup checked = new CheckedLookup(rebinding, false, null);
        assertThat(checked.resolve("hooks.example.com")[0].getHostAddress()).isEqualTo("1.1.1.1");
        try (Messenger messenger =
                messenger("http://hooks.example.com:" + tool.port() + "/?token=abc", rebinding, false)) {
            assertRefused(tell(messenger));
        }
        assertThat(tool.requests()).isEmpty();
        assertThat(asked).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "[::1]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[64:ff9b::7f00:1]",
                "[2002:7f00:1::]",
                "localhost",
                "169.254.169.254"
            })
    void a_private_address_is_refused_however_it_is_written(String host) throws Exception {
        try (Messenger messenger =
                messenger("http://" + host + ":" + tool.port() + "/?token=abc", Lookup.SYSTEM, false)) {
            assertRefused(tell(messenger));
        }
        assertThat(tool.requests()).isEmpty();
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Drop.class,
                        drop -> assertThat(drop.reason())
                                .contains("private network")
                                .contains("set allow_private: true")
                                .doesNotContain("token"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2130706433", "0177.0.0.1", "0x7f.0.0.1", "0x7f000001", "127.1", "127.0.0.01"})
    void numbers_that_resolvers_read_differently_are_no_address(String host) {
        assertThat(catchThrowable(() -> messenger("http://" + host + "/token-0123456789", Lookup.SYSTEM, false)))
                .hasMessageContaining("Receiver \"ops\"")
                .hasMessageContaining("decimal, octal or hexadecimal")
                .hasMessageNotContaining("token-0123456789");
    }

    @Test
    void a_proxy_of_the_environment_is_used_and_no_proxy_is_respected() throws Exception {
        Map<String, String> environment = Map.of(
                "HOOK_URL",
                "http://hooks.example.com/",
                "HTTP_PROXY",
                "http://127.0.0.1:" + tool.port(),
                "NO_PROXY",
                "");
        HookSettings settings = new HookSettings("webhook", Map.of("url_env", "HOOK_URL"), true, false, null);
        Lookup onlyTheProxyKnows = host -> {
            if (host.equals("127.0.0.1")) {
                return InetAddress.getAllByName(host);
            }
            throw new UnknownHostException(host);
        };
        try (Messenger messenger = Messenger.to("ops", settings, environment::get, onlyTheProxyKnows, PATIENT)) {
            assertThat(tell(messenger)).isEqualTo(Answer.delivered());
        }
        assertThat(tool.last().header("Host")).isEqualTo("hooks.example.com");

        Map<String, String> direct = Map.of(
                "HOOK_URL",
                environment.get("HOOK_URL"),
                "HTTP_PROXY",
                environment.get("HTTP_PROXY"),
                "NO_PROXY",
                ".example.com");
        try (Messenger messenger = Messenger.to("ops", settings, direct::get, onlyTheProxyKnows, PATIENT)) {
            assertThat(tell(messenger)).isInstanceOf(Answer.Retry.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"https://hooks.example.com/, true", "http://hooks.example.com/, false"})
    void plain_http_must_be_allowed(String url, boolean fine) {
        HookSettings settings = new HookSettings("webhook", Map.of("url", url), false, false, null);
        Throwable failure = catchThrowable(() ->
                Messenger.to("ops", settings, name -> null, Lookup.SYSTEM, SOON).close());
        assertThat(failure == null).isEqualTo(fine);
    }

    private static Messenger messenger(String url, Lookup lookup, boolean allowPrivate) {
        return messenger(url, lookup, allowPrivate, PATIENT);
    }

    /** For what never ends. */
    private static Messenger hasty(String url, Lookup lookup) {
        return messenger(url, lookup, true, SOON);
    }

    private static Messenger messenger(String url, Lookup lookup, boolean allowPrivate, Duration deadline) {
        HookSettings settings = new HookSettings("webhook", Map.of("url_env", "HOOK_URL"), true, allowPrivate, null);
        return Messenger.to("ops", settings, Map.of("HOOK_URL", url)::get, lookup, deadline);
    }

    private static Answer tell(Messenger messenger) throws Exception {
        return messenger.tell(SampleMessages.firing("en"), SampleMessages.NINE).get(150, TimeUnit.SECONDS);
    }

    private static ServerSocket serve(Misdeed misdeed) throws IOException {
        ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> {
            while (!server.isClosed()) {
                try (Socket socket = server.accept()) {
                    byte[] ignored = socket.getInputStream().readNBytes(100);
                    assertThat(ignored).isNotEmpty();
                    misdeed.commit(socket, socket.getOutputStream());
                } catch (IOException | InterruptedException e) {
                    // The messenger has gone, as it should.
                    continue;
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
        return server;
    }
}
