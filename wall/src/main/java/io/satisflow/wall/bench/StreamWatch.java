package io.satisflow.wall.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Listens to the stream as a program does, and notes when it hears which value first. */
final class StreamWatch implements AutoCloseable, Runnable {
    private static final Pattern VALUE = Pattern.compile("\"" + ScoreFeed.METRIC + "\":\\{\"value\":([0-9.]+)");

    private final HttpURLConnection connection;
    private final BufferedReader lines;
    private final Map<String, Long> heard = new ConcurrentHashMap<>();
    private final Thread thread = new Thread(this, "stream-watch");

    StreamWatch(String wall) {
        try {
            connection =
                    (HttpURLConnection) URI.create(wall + "api/stream").toURL().openConnection();
            lines = new BufferedReader(new InputStreamReader(connection.getInputStream(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The stream of the wall could not be opened", e);
        }
        thread.setDaemon(true);
        thread.start();
    }

    /** When each value was heard of, by {@link System#nanoTime}. */
    Map<String, Long> heard() {
        return heard;
    }

    @Override
    public void run() {
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher value = VALUE.matcher(line);
                if (value.find()) {
                    heard.putIfAbsent(value.group(1), System.nanoTime());
                }
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    @Override
    public void close() {
        connection.disconnect();
    }
}
