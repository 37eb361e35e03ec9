package io.satisflow.hook;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a receiver is reached. Holds no secrets: those are named by their environment variable, and looked up where they
 * are used.
 *
 * @param hook name of the hook
 * @param values of the hook's own keys
 * @param allowHttp allows an address that is not https
 * @param allowPrivate allows loopback, link-local and private addresses
 * @param caFile certificates (PEM) that are trusted beside those of the platform; null for none
 */
public record HookSettings(
        String hook,
        Map<String, String> values,
        boolean allowHttp,
        boolean allowPrivate,
        @Nullable String caFile) implements Serializable {
    /** Keys with this ending name environment variables. */
    public static final String SECRET = "_env";

    public HookSettings {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    public String value(String key, String otherwise) {
        return values.getOrDefault(key, otherwise);
    }

    /** Without the values: an address may hold a token. */
    @Override
    public String toString() {
        return "hook " + hook;
    }
}
