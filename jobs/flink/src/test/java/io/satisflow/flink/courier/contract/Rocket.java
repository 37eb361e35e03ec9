package io.satisflow.flink.courier.contract;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.hook.Answer;
import io.satisflow.hook.Hook;
import io.satisflow.hook.HookForm;
import io.satisflow.hook.HookRequest;
import io.satisflow.hook.HookResponse;
import io.satisflow.hook.HookTarget;
import io.satisflow.hook.content.Content;
import io.satisflow.hook.content.Escape;
import io.satisflow.hook.content.NamedLink;
import java.time.Duration;
import java.util.stream.Collectors;

/** A tool that exists nowhere, as somebody else would add one: Markdown, mentions by an @, refusals in the body. */
public final class Rocket implements Hook {
    private static final String MARKUP = "\\*_~`|>#[]()<:";

    @Override
    public HookForm form() {
        return HookForm.named("rocket")
                .requires("url_env")
                .allows("channel")
                .rate(60, Duration.ofMinutes(1))
                .bytes(5000);
    }

    @Override
    public HookRequest request(Content content, HookTarget target) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("text", Escape.backslash(content.text(), MARKUP).replace("@", "@\u200B"));
        body.put("links", content.links().stream().map(NamedLink::address).collect(Collectors.joining(" ")));
        body.put("channel", target.settings().value("channel", "#alerts"));
        return HookRequest.post(target.url(), body);
    }

    @Override
    public Answer read(HookResponse response) {
        return response.refusal().orElseGet(() -> {
            String error = response.json().path("error").asText();
            return error.isEmpty() ? Answer.delivered() : Answer.drop("Rocket: " + error);
        });
    }
}
