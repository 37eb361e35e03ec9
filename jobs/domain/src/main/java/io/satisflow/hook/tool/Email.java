package io.satisflow.hook.tool;

import io.satisflow.hook.Answer;
import io.satisflow.hook.Hook;
import io.satisflow.hook.HookForm;
import io.satisflow.hook.HookRequest;
import io.satisflow.hook.HookResponse;
import io.satisflow.hook.HookSettings;
import io.satisflow.hook.HookTarget;
import io.satisflow.hook.WebAddress;
import io.satisflow.hook.content.Content;
import io.satisflow.hook.content.Escape;
import io.satisflow.hook.content.NamedLink;
import io.satisflow.hook.content.Paragraph;
import io.satisflow.id.DerivedId;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Mail. The request's body is JSON with the parts {@code text} and {@code html}, of which the way to the server makes a
 * MIME message; what is said of the same alerts is one thread.
 */
public final class Email implements Hook {
    private static final Pattern MAILBOX = Pattern.compile("[^\\s<>,;:\"@]+@[^\\s<>,;:\"@]+");

    @Override
    public HookForm form() {
        return HookForm.named("email")
                .requires("url", "from", "to")
                .allows("user", "password_env")
                .rate(30, Duration.ofMinutes(1))
                .bytes(200_000);
    }

    @Override
    public void check(HookSettings settings) {
        WebAddress.parseMail(settings.value("url", ""), settings.allowHttp());
        mailboxes(settings.value("from", ""));
        mailboxes(settings.value("to", ""));
        if (settings.has("user") != settings.has("password_env")) {
            throw new IllegalArgumentException("user and password_env belong together; write both or none");
        }
    }

    private static void mailboxes(String text) {
        for (String mailbox : text.split(",", -1)) {
            if (!MAILBOX.matcher(mailbox.strip()).matches()) {
                throw new IllegalArgumentException(
                        "\"%s\" is not an address; write such as care@example.com".formatted(mailbox.strip()));
            }
        }
    }

    @Override
    public HookRequest request(Content content, HookTarget target) {
        HookSettings settings = target.settings();
        String domain = settings.value("from", "").replaceAll(".*@", "");
        HookRequest request = HookRequest.json(
                "MAIL",
                WebAddress.parseMail(settings.value("url", ""), settings.allowHttp()),
                Json.pair("text", text(content), "html", html(content)));
        return request.with("From", settings.value("from", ""))
                .with("To", settings.value("to", ""))
                .with("Subject", content.headline())
                .with("Message-ID", "<%s@%s>".formatted(content.message().id(), domain))
                .with(
                        "References",
                        "<%s@%s>"
                                .formatted(
                                        DerivedId.of("thread", content.message().groupKey()), domain))
                .with("Auto-Submitted", "auto-generated");
    }

    private static String text(Content content) {
        String links = content.links().stream()
                .map(link -> "\n" + link.words() + ": " + link.address())
                .collect(Collectors.joining());
        return content.text() + "\n" + links + "\n";
    }

    private static String html(Content content) {
        return "<div style=\"border-left:6px solid %s;padding-left:12px;font-family:sans-serif\"><h3>%s</h3>%s%s</div>"
                .formatted(
                        content.tone().hexColour(),
                        Escape.html(content.headline()),
                        content.paragraphs().stream().map(Email::paragraph).collect(Collectors.joining()),
                        content.notes().stream()
                                .map(note -> "<p><i>" + Escape.html(note) + "</i></p>")
                                .collect(Collectors.joining()));
    }

    private static String paragraph(Paragraph paragraph) {
        return "<p>%s</p>%s".formatted(Escape.html(paragraph.text()).replace("\n", "<br>"), links(paragraph.links()));
    }

    private static String links(List<NamedLink> links) {
        return links.stream()
                .map(link -> "<p><a href=\"%s\">%s</a></p>"
                        .formatted(Escape.html(link.address()), Escape.html(link.words())))
                .collect(Collectors.joining());
    }

    /** Reply codes of SMTP: 4xx pass, 5xx stay. */
    @Override
    public Answer read(HookResponse response) {
        if (response.isSuccess()) {
            return Answer.delivered();
        }
        String reason = "SMTP " + response.reason().replace("HTTP status ", "");
        return response.status() >= 500 ? Answer.drop(reason) : Answer.retry(reason);
    }
}
