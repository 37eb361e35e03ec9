package io.satisflow.flink.courier;

import io.satisflow.hook.content.Message;
import io.satisflow.id.DerivedId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A message that somebody sends to try a receiver. */
public final class Trial {
    private Trial() {}

    public static Message message(String receiver, String language, Instant at) {
        return new Message(
                DerivedId.of("trial", receiver, at.toEpochMilli()),
                Message.Kind.TEST,
                at,
                receiver,
                Map.of(),
                "",
                language,
                "",
                List.of(),
                0,
                Map.of(),
                "",
                null);
    }
}
