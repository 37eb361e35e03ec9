package io.satisflow.flink.delivery;

import io.satisflow.alerts.receiver.Receiver;
import io.satisflow.alerts.receiver.WebhookReceiver;
import io.satisflow.wire.Notification;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Posts notifications as JSON. Texts of its answers never hold its address, which may hold a token. */
final class Webhook implements Hook {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    /** Too slow, too early, too many: all to be tried again. Other refusals would be the same each time. */
    private static final Set<Integer> PASSING = Set.of(408, 425, 429);

    private final WebhookReceiver receiver;
    private final @Nullable String secret;
    private final WebhookPayload payload;

    private Webhook(WebhookReceiver receiver, @Nullable String secret, WebhookPayload payload) {
        this.receiver = receiver;
        this.secret = secret;
        this.payload = payload;
    }

    /**
     * @param environment the values of environment variables by name, null for those that are not set
     * @throws IllegalStateException when the secret is not in the environment
     */
    static Webhook of(Receiver receiver, WebhookPayload payload, UnaryOperator<@Nullable String> environment) {
        WebhookReceiver webhook = Objects.requireNonNull(receiver.webhook());
        @Nullable String secret = webhook.secretFrom() == null ? null : environment.apply(webhook.secretFrom());
        if (webhook.secretFrom() != null && (secret == null || secret.isEmpty())) {
            throw new IllegalStateException(
                    "Receiver \"%s\" signs with the environment variable %s, which is not set; set it where the job runs, or take out secret_env"
                            .formatted(receiver.name(), webhook.secretFrom()));
        }
        return new Webhook(webhook, secret, payload);
    }

    @Override
    public CompletableFuture<Answer> send(Notification notification, Instant now) {
        return CompletableFuture.supplyAsync(this::refusal, HookClient.executor())
                .thenCompose(refusal -> refusal.<CompletableFuture<Answer>>map(
                                reason -> CompletableFuture.completedFuture(new Answer.Drop(reason)))
                        .orElseGet(() -> post(notification, now)))
                .exceptionally(Webhook::onFailure);
    }

    private Optional<String> refusal() {
        try {
            return HookAddress.refusal(receiver);
        } catch (UnknownHostException e) {
            throw new CompletionException(e);
        }
    }

    private CompletableFuture<Answer> post(Notification notification, Instant now) {
        byte[] body = payload.bytes(notification);
        HttpRequest.Builder request = HttpRequest.newBuilder(receiver.url())
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("User-Agent", "Satisflow")
                .header(IDEMPOTENCY_KEY, notification.getId())
                .POST(BodyPublishers.ofByteArray(body));
        if (secret != null) {
            request.header(Signature.HEADER, Signature.header(secret, now, body));
        }
        return HookClient.get()
                .sendAsync(request.build(), BodyHandlers.discarding())
                .thenApply(Webhook::onResponse);
    }

    private static Answer onResponse(HttpResponse<Void> response) {
        int status = response.statusCode();
        if (status >= 200 && status < 300) {
            return new Answer.Delivered();
        }
        String reason = "HTTP status " + status;
        return status >= 500 || PASSING.contains(status)
                ? new Answer.Retry(reason, retryAfter(response))
                : new Answer.Drop(reason);
    }

    /** In seconds; the form with a date is not asked for by any known receiver. */
    private static @Nullable Duration retryAfter(HttpResponse<Void> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.matches("\\d{1,6}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(null);
    }

    /** The class alone: messages of network failures may hold the address. */
    private static Answer onFailure(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return new Answer.Retry(cause.getClass().getSimpleName(), null);
    }
}
