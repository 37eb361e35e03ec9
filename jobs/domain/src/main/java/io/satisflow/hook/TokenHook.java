package io.satisflow.hook;

import java.util.Optional;

/**
 * A tool that wants a token with each request, which is fetched first and then holds for a while. Fetching, keeping and
 * renewing it, and the header {@code Authorization: Bearer}, are done outside.
 */
public interface TokenHook extends Hook {

    /** The request that fetches a token. */
    HookRequest tokenRequest(HookTarget target);

    /** The token that an answer holds; without one, {@link #read} says what the answer means. */
    Optional<AccessToken> token(HookResponse response);

    /** Whether a message was refused only since its token does not hold any more. */
    boolean isTokenRefused(HookResponse response);
}
