package io.satisflow.channel.entrance;

import io.satisflow.channel.entrance.Entrance.Request;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A word that only the source knows, in a header.
 *
 * @param value with {@code ${NAME}} for what is kept in the environment
 */
public record RequestToken(String header, String value) implements Serializable {

    Optional<String> refusal(Request request, Function<String, @Nullable String> environment) {
        Optional<String> expected = SecretText.expand(value, environment);
        if (expected.isEmpty()) {
            return Optional.of("the token of this channel is not set here");
        }
        String given = request.header(header);
        if (given == null) {
            return Optional.of("the header %s is missing".formatted(header));
        }
        return MessageDigest.isEqual(bytes(expected.get()), bytes(given))
                ? Optional.empty()
                : Optional.of("the header %s does not hold this channel's token".formatted(header));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
