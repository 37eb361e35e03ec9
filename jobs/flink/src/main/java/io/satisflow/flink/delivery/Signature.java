package io.satisflow.flink.delivery;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Proves to a receiver who sent a body, and when: {@code t=<epoch seconds>,v1=<hex>}, where hex is the HMAC-SHA256 of
 * {@code <epoch seconds>.<body>}. A receiver computes it again, compares, and refuses what is older than some minutes.
 */
final class Signature {
    static final String HEADER = "X-Satisflow-Signature";
    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    static String header(String secret, Instant at, byte[] body) {
        long seconds = at.getEpochSecond();
        return "t=%d,v1=%s".formatted(seconds, HexFormat.of().formatHex(sign(secret, seconds, body)));
    }

    private static byte[] sign(String secret, long seconds, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update((seconds + ".").getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
