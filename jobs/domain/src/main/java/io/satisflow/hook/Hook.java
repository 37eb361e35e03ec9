package io.satisflow.hook;

import io.satisflow.hook.content.Content;

/**
 * A tool that people read alerts in. Instances are stateless: the same content, target and time give the same bytes.
 * Those that are listed in {@code META-INF/services/io.satisflow.hook.Hook}, of any jar, are known.
 */
public interface Hook {

    /** Its name in the settings, what settings it takes, and what it bears. */
    HookForm form();

    /**
     * What the form cannot say of the settings.
     *
     * @throws IllegalArgumentException with what is wrong and what to write
     */
    default void check(HookSettings settings) {}

    /** The request that tells the content. It is made again with less detail while it is larger than the form allows. */
    HookRequest request(Content content, HookTarget target);

    /** What a response means. Each receiver is asked for one thing at a time. */
    Answer read(HookResponse response);
}
