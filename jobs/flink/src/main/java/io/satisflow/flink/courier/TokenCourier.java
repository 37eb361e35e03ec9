package io.satisflow.flink.courier;

import io.satisflow.hook.AccessToken;
import io.satisflow.hook.Answer;
import io.satisflow.hook.HookRequest;
import io.satisflow.hook.HookResponse;
import io.satisflow.hook.HookTarget;
import io.satisflow.hook.TokenHook;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows a token with each request. Fetches one when there is none that holds, and once more when it is refused. */
final class TokenCourier implements Courier {
    private final TokenHook hook;
    private final HookTarget target;
    private final Courier messages;
    private final Courier tokens;
    private @Nullable AccessToken token;
    private Instant renewAt = Instant.MIN;

    /** @param tokens the way to where tokens are fetched, which may be another place */
    TokenCourier(TokenHook hook, HookTarget target, Courier messages, Courier tokens) {
        this.hook = hook;
        this.target = target;
        this.messages = messages;
        this.tokens = tokens;
    }

    /** The response to the message; where no token is to be had, that to the request for one. */
    @Override
    public HookResponse carry(HookRequest request, Instant now) throws IOException {
        boolean kept = token != null && now.isBefore(renewAt);
        HookResponse response = carryWithToken(request, now);
        if (kept && hook.isTokenRefused(response)) {
            token = null;
            return carryWithToken(request, now);
        }
        return response;
    }

    private HookResponse carryWithToken(HookRequest request, Instant now) throws IOException {
        AccessToken shown = token;
        if (shown == null || !now.isBefore(renewAt)) {
            HookResponse response = tokens.carry(hook.tokenRequest(target.at(now)), now);
            Optional<AccessToken> fetched = hook.token(response);
            if (fetched.isEmpty()) {
                return refusal(response);
            }
            shown = fetched.get();
            // Before it ends, so that it does not end on the way.
            renewAt = now.plus(shown.holds().multipliedBy(9).dividedBy(10));
            token = shown;
        }
        return messages.carry(request.with("Authorization", "Bearer " + shown.value()), now);
    }

    private HookResponse refusal(HookResponse response) throws IOException {
        if (hook.read(response) instanceof Answer.Delivered) {
            throw new IOException("where a token was asked for, the answer held none");
        }
        return response;
    }

    @Override
    public void interrupt() {
        tokens.interrupt();
        messages.interrupt();
    }

    @Override
    public void close() {
        tokens.close();
        messages.close();
    }
}
