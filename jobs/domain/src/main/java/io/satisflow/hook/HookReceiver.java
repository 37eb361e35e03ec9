package io.satisflow.hook;

import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A receiver that is told by a hook.
 *
 * @param rate at most so many messages; that of the tool, or less
 * @param staleAfter how old a notification may be and still be posted on its own
 */
public record HookReceiver(String name, HookSettings settings, HookRate rate, Duration staleAfter)
        implements Serializable {
    private static final Duration USUAL = Duration.ofHours(2);
    /** Where each notification moves something of its own, more is lost by leaving it out. */
    private static final Duration ONE_BY_ONE = Duration.ofHours(24);

    /** What holds where a receiver says nothing. */
    public static HookReceiver of(
            String name, HookSettings settings, @Nullable HookRate rate, @Nullable Duration staleAfter) {
        HookForm form = Hooks.require(settings.hook()).form();
        return new HookReceiver(
                name,
                settings,
                rate == null ? form.rate() : rate,
                staleAfter == null ? (form.digests() ? USUAL : ONE_BY_ONE) : staleAfter);
    }
}
