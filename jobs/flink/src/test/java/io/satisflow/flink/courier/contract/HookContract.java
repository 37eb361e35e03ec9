package io.satisflow.flink.courier.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.satisflow.flink.courier.Messenger;
import io.satisflow.flink.courier.SampleMessages;
import io.satisflow.flink.courier.ToolServer;
import io.satisflow.flink.courier.ToolServer.Reply;
import io.satisflow.flink.courier.ToolServer.Request;
import io.satisflow.hook.Answer;
import io.satisflow.hook.Hook;
import io.satisflow.hook.HookSettings;
import io.satisflow.hook.Hooks;
import io.satisflow.hook.content.Message;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every hook promises. A tool says what it takes and how it refuses; requests travel over real sockets. */
abstract class HookContract {
    private final Map<String, String> environment = new TreeMap<>();
    protected ToolServer server;
    private Messenger messenger;

    /** The name of the hook. */
    protected abstract String hook();

    /** Settings but for the address; secrets are added to the environment. */
    protected abstract Map<String, String> settings();

    /** How the tool takes a request. What breaks its contract fails an assertion. */
    protected abstract Reply take(Request request);

    /** How the tool says that too much comes, and how long it is to be left alone then. */
    protected abstract Reply tooFast();

    protected abstract Duration pauseAfterTooFast();

    /** How the tool refuses for good. */
    protected abstract List<Reply> refusals();

    protected String path() {
        return "/hook/token-0123456789";
    }

    protected final void secret(String variable, String value) {
        environment.put(variable, value);
    }

    @BeforeEach
    void start() {
        server = ToolServer.keeping(this::take);
        messenger = messenger(settings());
    }

    @AfterEach
    void stop() {
        messenger.close();
        server.close();
    }

    protected final Messenger messenger(Map<String, String> settings) {
        Map<String, String> values = new TreeMap<>(settings);
        Hook known = Hooks.require(hook());
        String url = server.url(path()).toString();
        if (known.form().keys().contains("url_env") && !values.containsKey("token_env")) {
            secret("TOOL_URL", url);
            values.put("url_env", "TOOL_URL");
        } else {
            values.put("url", url);
        }
        HookSettings complete = new HookSettings(hook(), values, true, true, null);
        known.check(complete);
        return Messenger.to("ops", complete, environment::get, Duration.ofMinutes(2));
    }

    protected final Answer tell(Message message) throws Exception {
        return tell(messenger, message);
    }

    protected static Answer tell(Messenger by, Message message) throws Exception {
        return by.tell(message, SampleMessages.NINE).get(150, TimeUnit.SECONDS);
    }

    @Test
    void everything_that_may_have_to_be_said_is_taken_in_both_languages() throws Exception {
        for (String language : List.of("en", "zh-CN")) {
            for (Message message :
                    SampleMessages.all(language, Hooks.require(hook()).form().digestLines())) {
                assertThat(tell(message))
                        .as(message.kind() + " " + message.id())
                        .isInstanceOf(Answer.Delivered.class);
                assertThat(server.broken()).isEmpty();
            }
        }
    }

    @Test
    void every_alert_of_a_digest_is_mentioned() throws Exception {
        int count = Hooks.require(hook()).form().digestLines();
        tell(SampleMessages.message("d", Message.Kind.DIGEST, "", "zh-CN", SampleMessages.many(count, "zh-CN")));
        String body = new String(server.last().bytes(), StandardCharsets.UTF_8);
        for (int i = 0; i < count; i++) {
            assertThat(body).contains("T%04d".formatted(i));
        }
    }

    @Test
    void hostile_words_hold_no_control_characters_and_change_no_header() throws Exception {
        tell(SampleMessages.hostile("en"));
        Request request = server.last();
        List<String> texts = new ArrayList<>();
        texts(request.json(), texts);
        assertThat(texts)
                .allSatisfy(text -> assertThat(text)
                        .doesNotContainPattern("[\\x00-\\x09\\x0b-\\x1f\\x7f-\\x9f\u202a-\u202e\u2066-\u2069\ud800]"));
        assertThat(request.headers()).doesNotContainKey("x-injected");
        assertThat(server.broken()).isEmpty();
    }

    protected static void texts(JsonNode node, List<String> texts) {
        if (node.isTextual()) {
            texts.add(node.asText());
        }
        node.forEach(child -> texts(child, texts));
    }

    @Test
    void what_comes_too_fast_is_tried_again_when_the_tool_says() throws Exception {
        server.keep(request -> tooFast());
        assertThat(tell(SampleMessages.firing("en")))
                .isInstanceOfSatisfying(
                        Answer.Retry.class, retry -> assertThat(retry.after()).isEqualTo(pauseAfterTooFast()));
    }

    @Test
    void a_tool_in_trouble_is_tried_again() throws Exception {
        server.keep(request -> Reply.of(503, "try later"));
        assertThat(tell(SampleMessages.firing("en"))).isInstanceOf(Answer.Retry.class);
    }

    @Test
    void a_refusal_is_given_up_with_the_reason_and_without_a_secret() throws Exception {
        for (Reply refusal : refusals()) {
            server.keep(
                    request -> new Reply(refusal.status(), refusal.body().replace("$URL", path()), refusal.headers()));
            assertThat(tell(SampleMessages.firing("en")))
                    .isInstanceOfSatisfying(
                            Answer.Drop.class,
                            drop -> assertThat(drop.reason()).isNotEmpty().doesNotContain("token-0123456789"));
        }
    }

    @Test
    void a_redirect_is_not_followed_and_says_where_it_leads() throws Exception {
        server.keep(request -> Reply.of(307, "").with("Location", "http://169.254.169.254/latest/meta-data"));
        assertThat(tell(SampleMessages.firing("en")))
                .isInstanceOfSatisfying(
                        Answer.Drop.class,
                        drop -> assertThat(drop.reason())
                                .contains("redirects are not followed")
                                .contains("169.254.169.254")
                                .doesNotContain("latest"));
        assertThat(server.requests()).hasSize(1);
    }

    /** By the key for links of the environment, where there is one. */
    @Test
    void what_goes_on_can_be_acknowledged_and_silenced_from_the_message() throws Exception {
        secret("SATISFLOW_LINK_KEY", "0123456789abcdef0123456789abcdef");
        try (Messenger linked = messenger(settings())) {
            for (String language : List.of("en", "zh-CN")) {
                assertThat(tell(linked, SampleMessages.firing(language))).isInstanceOf(Answer.Delivered.class);
                String body = new String(server.last().bytes(), StandardCharsets.UTF_8);
                assertThat(body)
                        .contains(
                                "https://satisflow.example.com/do/ack?alerts=a1",
                                "https://satisflow.example.com/do/silence?alerts=a1")
                        .doesNotContain("0123456789abcdef0123456789abcdef");
            }
        }
        assertThat(server.broken()).isEmpty();
    }

    @Test
    void the_same_message_gives_the_same_bytes() {
        Message message = SampleMessages.firing("zh-CN");
        assertThat(messenger.render(message, SampleMessages.NINE).body())
                .isEqualTo(messenger(settings())
                        .render(message, SampleMessages.NINE)
                        .body());
    }
}
