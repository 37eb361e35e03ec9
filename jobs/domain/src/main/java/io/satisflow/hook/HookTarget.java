package io.satisflow.hook;

import io.satisflow.hook.action.LinkKey;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A receiver with its secrets, at the time of an attempt. Lives where requests are made and is never stored.
 *
 * @param secrets by the key that names their variable
 * @param linkKey signs the links by which a reader can act; null for no such links
 */
public record HookTarget(
        String receiver,
        HookSettings settings,
        Map<String, String> secrets,
        @Nullable LinkKey linkKey,
        Instant now) {
    private static final int SHORTEST_SECRET = 4;

    /**
     * @param environment the values of environment variables by name, null for those that are not set
     * @throws IllegalStateException that names receiver and variable when a secret is not set
     * @throws IllegalArgumentException when the key for links is too short
     */
    public static HookTarget of(
            String receiver, HookSettings settings, UnaryOperator<@Nullable String> environment, Instant now) {
        List<String> unset = unset(receiver, settings, environment);
        if (!unset.isEmpty()) {
            throw new IllegalStateException(String.join("\n", unset));
        }
        Map<String, String> secrets = new TreeMap<>();
        settings.values().forEach((key, variable) -> {
            @Nullable String secret = key.endsWith(HookSettings.SECRET) ? environment.apply(variable) : null;
            if (secret != null) {
                secrets.put(key, secret.strip());
            }
        });
        return new HookTarget(receiver, settings, secrets, LinkKey.in(environment), now);
    }

    /** A sentence for each secret that is not in the environment. */
    public static List<String> unset(
            String receiver, HookSettings settings, UnaryOperator<@Nullable String> environment) {
        List<String> unset = new ArrayList<>();
        settings.values().forEach((key, variable) -> {
            if (key.endsWith(HookSettings.SECRET)) {
                @Nullable String secret = environment.apply(variable);
                if (secret == null || secret.isBlank()) {
                    unset.add(
                            "Receiver \"%s\" (%s): %s names the environment variable %s, which is not set; set it where the jobs run, or take %s out"
                                    .formatted(receiver, settings.hook(), key, variable, key));
                }
            }
        });
        return unset;
    }

    public HookTarget at(Instant time) {
        return new HookTarget(receiver, settings, secrets, linkKey, time);
    }

    public @Nullable String secret(String key) {
        return secrets.get(key);
    }

    /** @throws IllegalArgumentException when there is no such secret */
    public String requireSecret(String key) {
        @Nullable String secret = secrets.get(key);
        if (secret == null) {
            throw new IllegalArgumentException(
                    "Receiver \"%s\" (%s) needs %s".formatted(receiver, settings.hook(), key));
        }
        return secret;
    }

    /**
     * The address of {@code url} or {@code url_env}.
     *
     * @throws IllegalArgumentException that says nothing of the address itself, which may hold a token
     */
    public URI url() {
        String text = secrets.containsKey("url_env") ? requireSecret("url_env") : settings.value("url", "");
        return WebAddress.parse(text, settings.allowHttp());
    }

    /** The text with every secret, and every part of an address that may be one, blotted out. */
    public String mask(String text) {
        String masked = linkKey == null ? text : linkKey.mask(text);
        for (String secret : secrets.values()) {
            masked = blot(masked, secret);
            for (String part : secret.split("[/?&=]")) {
                masked = part.length() > 2 * SHORTEST_SECRET ? blot(masked, part) : masked;
            }
        }
        return masked;
    }

    private static String blot(String text, String secret) {
        return secret.length() < SHORTEST_SECRET ? text : text.replace(secret, "***");
    }

    @Override
    public String toString() {
        return "receiver \"%s\" (%s)".formatted(receiver, settings.hook());
    }
}
