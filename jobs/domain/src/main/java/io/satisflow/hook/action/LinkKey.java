package io.satisflow.hook.action;

import io.satisflow.hook.signing.Signature;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The secret by which links in messages are signed (HMAC-SHA256), and known again at the wall. Whoever has a link may do what
 * it offers, and nothing else, until it expires. No text of it shows the secret.
 */
public final class LinkKey {
    /** Both where the jobs run and where the wall runs. */
    public static final String VARIABLE = "SATISFLOW_LINK_KEY";

    private static final String PURPOSE = "satisflow link 1\n";
    private static final int SHORTEST = 32;

    private final String secret;

    private LinkKey(String secret) {
        this.secret = secret;
    }

    /** @throws IllegalArgumentException that names the variable when the secret is too short to be one */
    public static LinkKey of(String secret) {
        if (secret.length() < SHORTEST) {
            throw new IllegalArgumentException(
                    "%s has %d characters; take at least %d, such as from: openssl rand -hex 32"
                            .formatted(VARIABLE, secret.length(), SHORTEST));
        }
        return new LinkKey(secret);
    }

    /** Null when it is not set: then messages have no links that act. */
    public static @Nullable LinkKey in(UnaryOperator<@Nullable String> environment) {
        @Nullable String secret = environment.apply(VARIABLE);
        return secret == null || secret.isBlank() ? null : of(secret.strip());
    }

    /** @param externalUrl of the wall */
    public String address(String externalUrl, ActionLink link) {
        String base = externalUrl.endsWith("/") ? externalUrl : externalUrl + "/";
        return base + "do/" + link.canonical() + "&sig=" + sign(link.canonical());
    }

    /**
     * What a link offers; empty when it was not signed by this key, or was changed since.
     *
     * @param alerts, receiver, until, signature as they stand in the address, decoded
     */
    public Optional<ActionLink> verified(
            ChatAction action, String alerts, String receiver, String until, String signature) {
        try {
            Instant expires = Instant.ofEpochSecond(Long.parseLong(until));
            ActionLink link = new ActionLink(action, List.of(alerts.split(",")), receiver, expires);
            return isSame(sign(link.canonical()), signature) ? Optional.of(link) : Optional.empty();
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** What only our own page can know of somebody who came by a link, so that no other page can confirm in their name. */
    public String confirmation(ActionLink link, String visit) {
        return sign("confirm\n" + visit + "\n" + link.canonical());
    }

    /** Takes the same time wherever they differ. */
    public static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private String sign(String text) {
        byte[] signature = Signature.of(secret, (PURPOSE + text).getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    }

    /** The text with the secret blotted out. */
    public String mask(String text) {
        return text.replace(secret, "***");
    }

    @Override
    public String toString() {
        return "a key for links";
    }
}
