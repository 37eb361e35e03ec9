package io.satisflow.hook;

import io.satisflow.hook.content.ContentWriter;
import io.satisflow.hook.content.Detail;
import io.satisflow.hook.content.Message;

/** Makes the request that tells a message, with as much detail as the tool takes. */
public final class Rendering {
    private Rendering() {}

    /** @throws IllegalStateException when the tool takes too little for even the shortest form */
    public static HookRequest of(Hook hook, Message message, HookTarget target) {
        int most = hook.form().maxBytes();
        for (Detail detail : Detail.LEVELS) {
            HookRequest request = hook.request(ContentWriter.write(message, detail, target.linkKey()), target);
            if (request.body().length <= most) {
                return request;
            }
        }
        throw new IllegalStateException("Message %s does not fit into the %d bytes that %s takes"
                .formatted(message.id(), most, hook.form().name()));
    }
}
