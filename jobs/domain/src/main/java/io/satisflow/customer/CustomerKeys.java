package io.satisflow.customer;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Makes a key of whom a source calls its customer: a keyed hash (HMAC-SHA-256, 128 bits of it), so that all that one
 * customer said can be found, and taken away, while nobody without the secret can tell who it was or try names. The secret
 * stands in the environment and is never written anywhere; with another secret, all keys are others.
 */
public final class CustomerKeys {
    /** The environment variable that holds the secret. */
    public static final String VARIABLE = "SATISFLOW_CUSTOMER_KEY";

    /** Without a secret: no record gets a key. */
    public static final CustomerKeys NONE = new CustomerKeys(null);

    private static final String ALGORITHM = "HmacSHA256";
    private static final int LEAST_LENGTH = 16;
    private static final int KEY_BYTES = 16;
    private static final int FINGERPRINT_BYTES = 4;

    private final @Nullable Mac mac;

    private CustomerKeys(@Nullable Mac mac) {
        this.mac = mac;
    }

    /**
     * Those of the secret in the environment; {@link #NONE} when it is not set, or set to nothing.
     *
     * @throws IllegalArgumentException when it is too short to be a secret
     */
    public static CustomerKeys of(UnaryOperator<@Nullable String> environment) {
        String secret = environment.apply(VARIABLE);
        if (secret == null || secret.isEmpty()) {
            return NONE;
        }
        if (secret.length() < LEAST_LENGTH) {
            throw new IllegalArgumentException(
                    "%s holds %d characters, which can be guessed; set it to %d or more, such as what `openssl rand -hex 32` prints"
                            .formatted(VARIABLE, secret.length(), LEAST_LENGTH));
        }
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return new CustomerKeys(mac);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("This Java cannot hash with a key (%s)".formatted(ALGORITHM), e);
        }
    }

    public boolean isNone() {
        return mac == null;
    }

    /** Eight hexadecimal digits that tell one secret from another and nothing of either; empty without one. */
    public String fingerprint() {
        return digest("fingerprint", FINGERPRINT_BYTES).orElse("");
    }

    /**
     * 32 hexadecimal digits; empty without a secret, or when there is nothing to hash. An e-mail address is the same person on
     * every channel, in capitals or not; any other id is one's channel's own.
     *
     * @param customer as the source has it, before personal data are taken out
     */
    public Optional<String> keyOf(String channel, String customer) {
        String name = Normalizer.normalize(customer, Normalizer.Form.NFKC).strip();
        if (name.isEmpty()) {
            return Optional.empty();
        }
        String whole = name.indexOf('@') > 0
                ? "mail\n" + name.toLowerCase(Locale.ROOT)
                : "channel\n%s\n%s".formatted(channel, name);
        return digest(whole, KEY_BYTES);
    }

    /** For one thread at a time, as mappings are. */
    private Optional<String> digest(String text, int bytes) {
        return Optional.ofNullable(mac)
                .map(keyed -> keyed.doFinal(text.getBytes(StandardCharsets.UTF_8)))
                .map(hash -> HexFormat.of().formatHex(Arrays.copyOf(hash, bytes)));
    }
}
