package io.satisflow.channel.entrance;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a request for a channel proves where it comes from. Secrets are named, not held: they are taken from the environment
 * when a request is looked at.
 *
 * @param signature null when the tool signs nothing
 * @param token null when there is none
 * @param open whether anybody who reaches the door may post
 */
public record Entrance(
        @Nullable RequestSignature signature, @Nullable RequestToken token, boolean open) implements Serializable {

    /** What is needed of a request. */
    public interface Request {
        /** Null when there is no such header. */
        @Nullable
        String header(String name);

        byte[] body();
    }

    /**
     * @param environment gives the value of a variable; null when it is not set
     * @return why it is turned away; empty when it may come in
     */
    public Optional<String> refusal(Request request, Instant now, Function<String, @Nullable String> environment) {
        if (signature != null) {
            return signature.refusal(request, now, environment);
        }
        if (token != null) {
            return token.refusal(request, environment);
        }
        return open
                ? Optional.empty()
                : Optional.of(
                        "this channel has no http: section, so nobody may post to it; write how its source signs into the mapping");
    }

    /** Names of the variables that must be set for it to let anything in. */
    public Iterable<String> variables() {
        String text = signature != null ? signature.secret() : token != null ? token.value() : "";
        return SecretText.variables(text);
    }
}
