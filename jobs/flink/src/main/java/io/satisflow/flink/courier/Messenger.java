package io.satisflow.flink.courier;

import io.satisflow.hook.Answer;
import io.satisflow.hook.Hook;
import io.satisflow.hook.HookRequest;
import io.satisflow.hook.HookResponse;
import io.satisflow.hook.HookSettings;
import io.satisflow.hook.HookTarget;
import io.satisflow.hook.Hooks;
import io.satisflow.hook.Rendering;
import io.satisflow.hook.TokenHook;
import io.satisflow.hook.content.Message;
import io.satisflow.hook.content.SafeText;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;

/**
 * Tells one receiver, one message at a time, on a thread of its own: whatever a receiver does holds up nobody else. From the
 * look-up of the name to the last byte of the response there is one deadline. No text of it holds a secret.
 */
public final class Messenger implements Teller {
    public static final Duration DEADLINE = Duration.ofSeconds(15);
    private static final int REASON = 300;

    private final HookTarget target;
    private final Hook hook;
    private final Courier courier;
    private final Duration deadline;
    private final ExecutorService thread;
    private final ScheduledExecutorService clock;
    private final AtomicBoolean busy = new AtomicBoolean();

    private Messenger(HookTarget target, Hook hook, Courier courier, Duration deadline) {
        this.target = target;
        this.hook = hook;
        this.courier = courier;
        this.deadline = deadline;
        this.thread = Executors.newSingleThreadExecutor(daemon("hook-" + target.receiver()));
        this.clock = Executors.newSingleThreadScheduledExecutor(daemon("hook-deadline-" + target.receiver()));
    }

    /**
     * @throws IllegalStateException that names the receiver when a secret is not in the environment
     * @throws IllegalArgumentException that names the receiver when an address is none
     */
    public static Messenger to(String receiver, HookSettings settings, Environment environment) {
        return to(receiver, settings, environment, DEADLINE);
    }

    /** With another deadline than the usual one. */
    public static Messenger to(String receiver, HookSettings settings, Environment environment, Duration deadline) {
        return to(receiver, settings, environment, Lookup.SYSTEM, deadline);
    }

    static Messenger to(
            String receiver, HookSettings settings, Environment environment, Lookup lookup, Duration deadline) {
        HookTarget target = HookTarget.of(receiver, settings, environment::variable, Instant.EPOCH);
        Hook hook = Hooks.require(settings.hook());
        try {
            return new Messenger(target, hook, courier(target, hook, environment, lookup), deadline);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Receiver \"%s\" (%s): the address %s"
                    .formatted(receiver, settings.hook(), target.mask(String.valueOf(e.getMessage()))));
        }
    }

    /** Which way a request goes shows in the first that is made. */
    private static Courier courier(HookTarget target, Hook hook, Environment environment, Lookup lookup) {
        HookRequest request = Rendering.of(hook, Trial.message(target.receiver(), "en", Instant.EPOCH), target);
        String scheme = request.uri().getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.startsWith("http")) {
            return new MailCourier(target, lookup);
        }
        Courier messages = HttpCourier.to(request.uri(), target.settings(), lookup, environment::variable);
        if (!(hook instanceof TokenHook tokenHook)) {
            return messages;
        }
        URI tokens = tokenHook.tokenRequest(target).uri();
        return new TokenCourier(
                tokenHook, target, messages, HttpCourier.to(tokens, target.settings(), lookup, environment::variable));
    }

    public HookRequest render(Message message, Instant now) {
        return Rendering.of(hook, message, target.at(now));
    }

    /** The answer comes within the deadline, whatever happens. */
    @Override
    public CompletableFuture<Answer> tell(Message message, Instant now) {
        HookRequest request;
        try {
            request = render(message, now);
        } catch (RuntimeException e) {
            return CompletableFuture.completedFuture(Answer.drop(masked("it cannot be put in words: " + e)));
        }
        if (!busy.compareAndSet(false, true)) {
            // It hangs where nothing can break it off, such as in a look-up of a name.
            return CompletableFuture.completedFuture(Answer.retry("an earlier attempt still hangs"));
        }
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        ScheduledFuture<?> timer = clock.schedule(
                () -> {
                    answer.complete(Answer.retry("no complete response within %d s".formatted(deadline.toSeconds())));
                    courier.interrupt();
                },
                deadline.toMillis(),
                TimeUnit.MILLISECONDS);
        thread.execute(() -> {
            Answer answered = attempt(request, now);
            timer.cancel(false);
            // Free before anybody hears of the answer, and so may ask for the next attempt.
            busy.set(false);
            answer.complete(answered);
        });
        return answer;
    }

    private Answer attempt(HookRequest request, Instant now) {
        try {
            HookResponse response = courier.carry(request, now);
            return masked(hook.read(response));
        } catch (RefusedAddressException e) {
            return Answer.drop(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return Answer.retry(masked(explained(e)));
        } catch (RuntimeException e) {
            return Answer.retry(masked("unexpected " + e));
        }
    }

    private static String explained(IOException failure) {
        if (failure instanceof UnknownHostException) {
            return "its name is not known to the network";
        }
        if (failure instanceof SSLException) {
            return "no trusted connection: " + failure.getMessage();
        }
        if (failure instanceof ConnectException || failure instanceof SocketTimeoutException) {
            return failure.getClass().getSimpleName();
        }
        return failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }

    private Answer masked(Answer answer) {
        if (answer instanceof Answer.Retry retry) {
            return new Answer.Retry(masked(retry.reason()), retry.after());
        }
        return answer instanceof Answer.Drop drop ? Answer.drop(masked(drop.reason())) : answer;
    }

    private String masked(String reason) {
        return SafeText.line(target.mask(reason), REASON);
    }

    /** The text without any secret of this receiver. */
    public String mask(String text) {
        return target.mask(text);
    }

    private static ThreadFactory daemon(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public void close() {
        thread.shutdownNow();
        clock.shutdownNow();
        courier.close();
    }
}
