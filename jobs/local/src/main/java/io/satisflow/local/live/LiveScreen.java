package io.satisflow.local.live;

import io.satisflow.alerts.receiver.Language;
import io.satisflow.flink.io.TopicNames;
import io.satisflow.local.speech.Sentences;
import io.satisflow.local.terminal.Screen;
import io.satisflow.local.terminal.TerminalFeed;
import io.satisflow.local.terminal.TerminalState;
import io.satisflow.local.terminal.VisibleText;
import io.satisflow.local.terminal.panel.TerminalView;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A run on the whole terminal: scores, clocks, alerts and dead letters of its user's own data, read from the topics. */
public final class LiveScreen implements LiveView, AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int NOTICES = 3;

    private final Screen screen;
    private final TopicNames names;
    private final Path directory;
    private final PrintWriter err;
    private final Language language;
    private final Sentences chinese = Sentences.inChinese();
    private final TerminalView view;
    private final TerminalState state;
    private final Deque<String> notices = new ArrayDeque<>();
    private @Nullable TerminalFeed feed;
    private @Nullable Places places;
    private @Nullable String wall;

    /**
     * @param zone in which times are shown
     * @param err for what happens before there is anything to show, and for the last words
     */
    public LiveScreen(
            Screen screen, TopicNames names, Path directory, ZoneId zone, Language language, PrintWriter err) {
        this.screen = screen;
        this.names = names;
        this.directory = directory;
        this.err = err;
        this.language = language;
        this.view = new TerminalView(language);
        this.state = new TerminalState(zone);
        Instant begun = Instant.now();
        state.countFrom(begun, begun);
    }

    @Override
    public void listening(Places at) {
        places = at;
        feed = new TerminalFeed(Map.of("bootstrap.servers", at.broker()), names, state);
    }

    @Override
    public void wall(String address) {
        wall = address;
    }

    @Override
    public void running() {
        notice("Running.");
    }

    @Override
    public void status(Status status) {
        if (feed != null) {
            feed.poll(POLL);
            show();
        }
    }

    @Override
    public void notice(String sentence) {
        notices.addLast("· " + VisibleText.of(language == Language.CHINESE ? chinese.translate(sentence) : sentence));
        while (notices.size() > NOTICES) {
            notices.removeFirst();
        }
        if (feed == null) {
            err.println(sentence);
        } else {
            show();
        }
    }

    private void show() {
        if (places == null) {
            return;
        }
        List<String> last = new ArrayList<>(notices);
        last.addAll(view.runHints(Optional.ofNullable(wall), places.broker(), directory, places.log()));
        screen.show(view.render(state, screen.size(), last, Optional.of(Instant.now())));
    }

    @Override
    public void close() {
        if (feed != null) {
            feed.close();
            screen.close();
        }
    }
}
