package io.satisflow.channel.entrance;

import io.satisflow.channel.entrance.Entrance.Request;
import java.io.ByteArrayOutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A keyed hash over a request, in the manner of its source. Hashes are compared in constant time.
 *
 * @param header in which it stands
 * @param prefix before it, such as {@code sha256=}; empty for none
 * @param algorithm of the JDK, such as HmacSHA256
 * @param encoding of the hash
 * @param signed what is hashed: {@code {body}}, and {@code {timestamp}} where the source puts it before
 * @param timestampHeader null when the source tells no time, so that an old request may come again
 * @param within how far the time may lie from now
 * @param secret with {@code ${NAME}} for what is kept in the environment
 */
public record RequestSignature(
        String header,
        String prefix,
        String algorithm,
        Encoding encoding,
        String signed,
        @Nullable String timestampHeader,
        Duration within,
        String secret)
        implements Serializable {

    static final String BODY = "{body}";
    static final String TIMESTAMP = "{timestamp}";
    private static final long SECONDS_END = 100_000_000_000L;

    /** How a hash is written. */
    public enum Encoding {
        HEX,
        BASE64
    }

    Optional<String> refusal(Request request, Instant now, Function<String, @Nullable String> environment) {
        Optional<String> key = SecretText.expand(secret, environment);
        if (key.isEmpty()) {
            return Optional.of("the secret of this channel is not set here");
        }
        String given = request.header(header);
        if (given == null || !given.startsWith(prefix)) {
            return Optional.of("the header %s is missing, or does not begin with %s".formatted(header, prefix));
        }
        String timestamp = timestampHeader == null ? "" : request.header(timestampHeader);
        if (timestamp == null) {
            return Optional.of("the header %s is missing".formatted(timestampHeader));
        }
        byte[] expected = hash(key.get(), timestamp, request.body());
        if (!MessageDigest.isEqual(
                expected, decoded(given.substring(prefix.length()).strip()))) {
            return Optional.of("the signature in %s is not that of this body; compare the secrets of both sides"
                    .formatted(header));
        }
        return timestampHeader == null || isNear(timestamp, now)
                ? Optional.empty()
                : Optional.of("the time in %s lies more than %d s from now; a request may not be sent again"
                        .formatted(timestampHeader, within.toSeconds()));
    }

    private byte[] hash(String key, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
            return mac.doFinal(signedBytes(timestamp, body));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("algorithms are checked when the mapping is read", e);
        }
    }

    private byte[] signedBytes(String timestamp, byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length + timestamp.length() + 1);
        int at = signed.indexOf(BODY);
        bytes.writeBytes(signed.substring(0, at).replace(TIMESTAMP, timestamp).getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(body);
        bytes.writeBytes(signed.substring(at + BODY.length())
                .replace(TIMESTAMP, timestamp)
                .getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    private byte[] decoded(String text) {
        try {
            return encoding == Encoding.HEX
                    ? HexFormat.of().parseHex(text.toLowerCase(Locale.ROOT))
                    : Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private boolean isNear(String timestamp, Instant now) {
        try {
            Instant time =
                    timestamp.matches("\\d{9,14}") ? ofNumber(Long.parseLong(timestamp)) : Instant.parse(timestamp);
            return Duration.between(time, now).abs().compareTo(within) <= 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static Instant ofNumber(long number) {
        return number < SECONDS_END ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
    }
}
