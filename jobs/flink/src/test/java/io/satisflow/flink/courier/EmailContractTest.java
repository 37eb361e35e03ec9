package io.satisflow.flink.courier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.satisflow.hook.Answer;
import io.satisflow.hook.Hook;
import io.satisflow.hook.HookSettings;
import io.satisflow.hook.Hooks;
import io.satisflow.hook.content.Message;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Mail, by SMTP over real sockets. */
class EmailContractTest {
    private static final String PASSWORD = "mail-password-1";
    private final MailServer server = MailServer.start(ServerSocketFactory.getDefault(), "satisflow", PASSWORD);
    private final Messenger messenger = messenger("care@example.com, b@example.com", PASSWORD);

    @AfterEach
    void stop() {
        messenger.close();
        server.close();
    }

    private Messenger messenger(String to, String password) {
        HookSettings settings = new HookSettings(
                "email",
                Map.of(
                        "url", "smtp://127.0.0.1:" + server.port(),
                        "from", "satisflow@example.com",
                        "to", to,
                        "user", "satisflow",
                        "password_env", "MAIL_PASSWORD"),
                true,
                true,
                null);
        Hook email = Hooks.require("email");
        email.check(settings);
        return Messenger.to(
                "ops", settings, Map.of("MAIL_PASSWORD", password)::get, Lookup.SYSTEM, Duration.ofMinutes(2));
    }

    private static Answer tell(Messenger by, Message message) throws Exception {
        return by.tell(message, SampleMessages.NINE).get(150, TimeUnit.SECONDS);
    }

    private MimeMessage last() throws Exception {
        byte[] source = server.mails().get(server.mails().size() - 1).source().getBytes(StandardCharsets.UTF_8);
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(source));
    }

    @Test
    void everything_that_may_have_to_be_said_is_taken_in_both_languages() throws Exception {
        for (String language : List.of("en", "zh-CN")) {
            for (Message message : SampleMessages.all(language, 100)) {
                assertThat(tell(messenger, message)).isInstanceOf(Answer.Delivered.class);
            }
        }
        assertThat(server.mails())
                .hasSize(18)
                .allSatisfy(mail -> assertThat(mail.recipients()).containsExactly("care@example.com", "b@example.com"));
    }

    @Test
    void a_mail_has_text_and_html_and_stands_in_the_thread_of_its_group() throws Exception {
        tell(messenger, SampleMessages.firing("zh-CN"));
        MimeMessage mail = last();
        assertThat(mail.getSubject()).isEqualTo("【严重】渠道 app 的满意率从 88 降至 61");
        Multipart parts = (Multipart) mail.getContent();
        assertThat(parts.getBodyPart(0).getContent().toString()).contains("包裹三天没动了", "https://satisflow.example.com/");
        assertThat(parts.getBodyPart(1).getContent().toString()).contains("<p>", "包裹三天没动了");
        String thread = mail.getHeader("References")[0];
        String id = mail.getMessageID();
        tell(
                messenger,
                SampleMessages.message("n2", Message.Kind.ALERT, "repeat", "zh-CN", SampleMessages.many(2, "zh-CN")));
        assertThat(last().getHeader("References")[0]).isEqualTo(thread);
        assertThat(last().getMessageID()).isNotEqualTo(id);
    }

    @Test
    void hostile_words_add_no_header_and_no_markup() throws Exception {
        tell(messenger, SampleMessages.hostile("en"));
        MimeMessage mail = last();
        assertThat(mail.getHeader("X-Injected")).isNull();
        assertThat(mail.getSubject()).contains("X-Injected: yes");
        String html =
                ((Multipart) mail.getContent()).getBodyPart(1).getContent().toString();
        assertThat(html).doesNotContain("<script>", "<b>", "<at ");
    }

    @Test
    void what_passes_is_tried_again_and_what_stays_is_given_up() throws Exception {
        server.reply("MAIL FROM", "451 4.7.1 greylisted");
        assertThat(tell(messenger, SampleMessages.firing("en")))
                .isInstanceOfSatisfying(
                        Answer.Retry.class, retry -> assertThat(retry.reason()).startsWith("SMTP 451"));
        server.reply("MAIL FROM", "550 5.7.1 not from here");
        assertThat(tell(messenger, SampleMessages.firing("en"))).isInstanceOf(Answer.Drop.class);
        server.reply("MAIL FROM", "250 ok");
        server.reply("RCPT TO", "550 5.1.1 nobody of that name");
        assertThat(tell(messenger, SampleMessages.firing("en")))
                .isInstanceOfSatisfying(
                        Answer.Drop.class, drop -> assertThat(drop.reason()).startsWith("SMTP 550"));
    }

    @Test
    void an_address_that_is_refused_does_not_keep_the_others_from_being_told() throws Exception {
        server.reply("RCPT TO:<b@", "550 5.1.1 nobody of that name");
        assertThat(tell(messenger, SampleMessages.firing("en"))).isInstanceOf(Answer.Delivered.class);
        assertThat(server.mails())
                .singleElement()
                .satisfies(mail -> assertThat(mail.recipients()).containsExactly("care@example.com"));
    }

    @Test
    void a_password_that_is_wrong_is_given_up_without_showing_it() throws Exception {
        try (Messenger wrong = messenger("care@example.com", "wrong-password-2")) {
            assertThat(tell(wrong, SampleMessages.firing("en")))
                    .isInstanceOfSatisfying(
                            Answer.Drop.class,
                            drop -> assertThat(drop.reason())
                                    .startsWith("SMTP 535")
                                    .doesNotContain("wrong-password-2"));
        }
    }

    @Test
    void settings_that_cannot_work_are_named() {
        Map<String, String> good =
                Map.of("url", "smtps://mail.example.com", "from", "a@example.com", "to", "b@example.com");
        assertThatThrownBy(() -> check(good, "url", "smtp://mail.example.com"))
                .hasMessageContaining("does not encrypt");
        assertThatThrownBy(() -> check(good, "to", "b@example.com\r\nBcc: x@example.com"))
                .hasMessageContaining("is not an address");
        assertThatThrownBy(() -> check(good, "user", "a")).hasMessageContaining("belong together");
    }

    private static void check(Map<String, String> settings, String key, String value) {
        Map<String, String> changed = new TreeMap<>(settings);
        changed.put(key, value);
        Hooks.require("email").check(new HookSettings("email", changed, false, false, null));
    }
}
