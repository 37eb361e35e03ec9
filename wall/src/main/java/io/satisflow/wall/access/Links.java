package io.satisflow.wall.access;

import io.satisflow.wire.WallLink;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Links by which screens look at the wall without a login, as the topic has them; of secrets only digests are kept. */
public final class Links {
    private static final int SECRET_BYTES = 24;

    private final Map<String, WallLink> byId = new ConcurrentHashMap<>();

    /** @param link null when it has been revoked */
    public void heard(String id, @Nullable WallLink link) {
        if (link == null) {
            byId.remove(id);
        } else {
            byId.put(id, link);
        }
    }

    /** The link that has this secret, if it still holds. */
    Optional<WallLink> of(String secret, Instant now) {
        String digest = Signatures.sha256(secret);
        return byId.values().stream()
                .filter(link -> Signatures.same(link.getSecretSha256(), digest))
                .filter(link -> link.getExpiresAt() == null || now.isBefore(link.getExpiresAt()))
                .findFirst();
    }

    public static String newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    public static String digest(String secret) {
        return Signatures.sha256(secret);
    }
}
