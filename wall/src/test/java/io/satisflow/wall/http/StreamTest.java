package io.satisflow.wall.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.satisflow.wall.WallFixture;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StreamTest {
    private final WallFixture wall = new WallFixture();

    @AfterEach
    void close() {
        wall.close();
    }

    @Test
    void aListenerHearsWhatWasAndThenWhatChanges() throws Exception {
        wall.changes.put("scores/24h", "scores", "{\"csat\":80}");
        try (Listener listener = new Listener("")) {
            assertThat(listener.nextData()).isEqualTo("{\"csat\":80}");

            wall.changes.put("scores/24h", "scores", "{\"csat\":79}");

            assertThat(listener.nextData()).isEqualTo("{\"csat\":79}");
        }
    }

    @Test
    void whoComesBackGoesOnWhereItStopped() throws Exception {
        wall.changes.put("a", "scores", "1");
        String seen;
        try (Listener listener = new Listener("")) {
            listener.nextData();
            seen = listener.nextId();
        }
        wall.changes.put("b", "scores", "2");

        try (Listener listener = new Listener("Last-Event-ID: " + seen + "\r\n")) {
            assertThat(listener.nextData()).isEqualTo("2");
        }
    }

    @Test
    void whoTakesNothingHoldsNobodyUpAndIsToldOnlyTheNewestLater() throws Exception {
        try (Listener stalled = new Listener("");
                Listener healthy = new Listener("")) {
            String much = "x".repeat(50_000);
            for (int i = 0; i < 400; i++) {
                String value = "\"" + i + much + "\"";
                wall.changes.put("a", "scores", value);
                String heard = healthy.nextData();
                while (!heard.equals(value)) {
                    heard = healthy.nextData();
                }
            }

            List<String> late = new ArrayList<>();
            String last = "\"399" + much + "\"";
            while (late.isEmpty() || !late.get(late.size() - 1).equals(last)) {
                late.add(stalled.nextData());
            }

            assertThat(late).as("what had been overtaken was left out").hasSizeLessThan(300);
        }
    }

    @Test
    void whoGoesAwayIsForgotten() throws Exception {
        Listener listener = new Listener("");
        await().until(() -> wall.streams.listening() == 1);

        listener.close();

        await().until(() -> {
            wall.changes.put("a", "scores", String.valueOf(System.nanoTime()));
            return wall.streams.listening() == 0;
        });
    }

    private final class Listener implements AutoCloseable {
        private final Socket socket;
        private final BufferedReader in;

        /** @param headers more of them, each with its line end */
        Listener(String headers) throws IOException {
            socket = new Socket("127.0.0.1", wall.address("/").getPort());
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(("GET /api/stream HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers + "\r\n").getBytes(UTF_8));
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            assertThat(in.readLine()).contains("200");
        }

        String nextData() throws IOException {
            return next("data: ");
        }

        String nextId() throws IOException {
            return next("id: ");
        }

        /** Frames of the transport begin lines of their own, which are none of ours. */
        private String next(String field) throws IOException {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith(field)) {
                    return line.substring(field.length());
                }
            }
            throw new IOException("the stream has ended");
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
