package io.satisflow.hook;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** All hooks that are on the class path, by name. */
public final class Hooks {
    private static final Map<String, Hook> BY_NAME = load();

    private Hooks() {}

    public static Collection<Hook> all() {
        return BY_NAME.values();
    }

    public static Optional<Hook> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** @throws IllegalArgumentException that names those there are */
    public static Hook require(String name) {
        return named(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "unknown hook \"%s\"; one of: %s".formatted(name, String.join(", ", BY_NAME.keySet()))));
    }

    private static Map<String, Hook> load() {
        Map<String, Hook> hooks = new TreeMap<>();
        for (Hook hook : ServiceLoader.load(Hook.class, Hook.class.getClassLoader())) {
            String name = hook.form().name();
            if (hooks.putIfAbsent(name, hook) != null) {
                throw new IllegalStateException(
                        "Two hooks are named \"%s\"; take one off the class path".formatted(name));
            }
        }
        return Collections.unmodifiableMap(hooks);
    }
}
