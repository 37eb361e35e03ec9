package io.satisflow.hook.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.hook.Answer;
import io.satisflow.hook.Hook;
import io.satisflow.hook.HookForm;
import io.satisflow.hook.HookRequest;
import io.satisflow.hook.HookResponse;
import io.satisflow.hook.HookTarget;
import io.satisflow.hook.content.Content;
import java.time.Duration;

/** Microsoft Teams: a workflow that posts an adaptive card. Its address may have any host; its messages cannot be changed. */
public final class Teams implements Hook {
    @Override
    public HookForm form() {
        return HookForm.named("teams")
                .requires("url_env")
                .rate(30, Duration.ofMinutes(1))
                .bytes(28_000);
    }

    @Override
    public HookRequest request(Content content, HookTarget target) {
        ObjectNode body = Json.object().put("type", "message");
        body.putArray("attachments").add(TeamsCard.attachment(content));
        return HookRequest.post(target.url(), body);
    }

    /** A success may hold the refusal of the service behind it. */
    @Override
    public Answer read(HookResponse response) {
        return response.refusal()
                .orElseGet(() -> response.body().contains("HTTP error 429")
                        ? Answer.retry("Teams: too many requests", Duration.ofMinutes(1))
                        : Answer.delivered());
    }
}
