package io.satisflow.wall.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.satisflow.wall.WallFixture;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
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

        try (Listener listener = new Listener(seen)) {
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
        private final HttpURLConnection connection;
        private final BufferedReader in;

        /** @param lastEventId what it has seen already; empty for nothing */
        Listener(String lastEventId) throws IOException {
            connection = (HttpURLConnection) wall.address("/api/stream").toURL().openConnection();
            connection.setReadTimeout(20_000);
            if (!lastEventId.isEmpty()) {
                connection.setRequestProperty("Last-Event-ID", lastEventId);
            }
            assertThat(connection.getResponseCode()).isEqualTo(200);
            in = new BufferedReader(new InputStreamReader(connection.getInputStream(), UTF_8));
        }

        String nextData() throws IOException {
            return next("data: ");
        }

        String nextId() throws IOException {
            return next("id: ");
        }

        private String next(String field) throws IOException {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith(field)) {
                    return line.substring(field.length());
                }
            }
            throw new IOException("the stream has ended");
        }

        @Override
        public void close() {
            connection.disconnect();
        }
    }
}
