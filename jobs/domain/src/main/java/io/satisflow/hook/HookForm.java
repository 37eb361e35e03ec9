package io.satisflow.hook;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a hook takes and bears.
 *
 * @param name in the settings
 * @param required keys of the settings; alternatives are parted by |
 * @param optional keys of the settings
 * @param rate what the tool takes, less if it is not known
 * @param maxBytes of a request's body
 * @param digests whether several notifications may become one message; not where each moves something of its own
 * @param resend how often what goes on is told again, since the tool forgets it; null for a tool that remembers
 */
public record HookForm(
        String name,
        List<String> required,
        Set<String> optional,
        HookRate rate,
        int maxBytes,
        boolean digests,
        @Nullable Duration resend) {
    private static final int BYTES_OF_A_DIGEST_LINE = 200;
    private static final int SHORTEST_DIGEST = 10;
    private static final int LONGEST_DIGEST = 100;
    private static final HookRate USUAL = new HookRate(60, Duration.ofMinutes(1));
    private static final int USUAL_BYTES = 200_000;

    public HookForm {
        required = List.copyOf(required);
        optional = Set.copyOf(optional);
    }

    public static HookForm named(String name) {
        return new HookForm(name, List.of(), Set.of(), USUAL, USUAL_BYTES, true, null);
    }

    /** Keys whose name ends in {@code _env} name an environment variable with a secret. */
    public HookForm requires(String... keys) {
        return new HookForm(name, Arrays.asList(keys), optional, rate, maxBytes, digests, resend);
    }

    public HookForm allows(String... keys) {
        return new HookForm(name, required, Set.of(keys), rate, maxBytes, digests, resend);
    }

    public HookForm rate(int messages, Duration span) {
        return new HookForm(name, required, optional, new HookRate(messages, span), maxBytes, digests, resend);
    }

    public HookForm bytes(int most) {
        return new HookForm(name, required, optional, rate, most, digests, resend);
    }

    public HookForm oneByOne() {
        return new HookForm(name, required, optional, rate, maxBytes, false, resend);
    }

    public HookForm resentEvery(Duration interval) {
        return new HookForm(name, required, optional, rate, maxBytes, digests, interval);
    }

    public HookForm renamed(String other) {
        return new HookForm(other, required, optional, rate, maxBytes, digests, resend);
    }

    /** All keys of its own, in order. */
    public Set<String> keys() {
        Set<String> keys = new TreeSet<>(optional);
        required.forEach(key -> keys.addAll(List.of(key.split("\\|"))));
        return keys;
    }

    /** How many alerts one message can mention, a line each. */
    public int digestLines() {
        return Math.min(LONGEST_DIGEST, Math.max(SHORTEST_DIGEST, maxBytes / BYTES_OF_A_DIGEST_LINE));
    }
}
