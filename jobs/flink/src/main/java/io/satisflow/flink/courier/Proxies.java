package io.satisflow.flink.courier;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which proxy leads to an address, by {@code HTTPS_PROXY}, {@code HTTP_PROXY} and {@code NO_PROXY} of the environment. */
final class Proxies {
    private Proxies() {}

    static Optional<URI> of(URI target, UnaryOperator<@Nullable String> environment) {
        String scheme = String.valueOf(target.getScheme()).toLowerCase(Locale.ROOT);
        if (isFree(target.getHost(), variable("no_proxy", environment).orElse(""))) {
            return Optional.empty();
        }
        return variable(scheme + "_proxy", environment)
                .or(() -> variable("all_proxy", environment))
                .map(proxy -> URI.create(proxy.contains("://") ? proxy : "http://" + proxy))
                .filter(proxy -> proxy.getHost() != null);
    }

    /** A star stands for all; a name for itself and what is below it. */
    private static boolean isFree(String host, String list) {
        return Arrays.stream(list.split(","))
                .map(entry -> entry.strip().toLowerCase(Locale.ROOT).replaceAll("(:\\d+)$", ""))
                .filter(entry -> !entry.isEmpty())
                .anyMatch(entry -> {
                    String name = entry.replaceAll("^\\*?\\.", "");
                    String lower = host.toLowerCase(Locale.ROOT);
                    return entry.equals("*") || lower.equals(name) || lower.endsWith("." + name);
                });
    }

    private static Optional<String> variable(String name, UnaryOperator<@Nullable String> environment) {
        return Stream.of(name, name.toUpperCase(Locale.ROOT))
                .map(environment)
                .filter(value -> value != null && !value.isBlank())
                .map(String::strip)
                .findFirst();
    }
}
