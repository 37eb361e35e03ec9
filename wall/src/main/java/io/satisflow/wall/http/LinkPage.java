package io.satisflow.wall.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.satisflow.hook.action.ActionLink;
import io.satisflow.hook.action.ChatAction;
import io.satisflow.hook.content.Escape;
import io.satisflow.hook.content.SafeText;
import io.satisflow.wire.Alert;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.MessageFormat;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The page behind a link in a chat message: small, for a phone, without scripts, in the reader's language. */
final class LinkPage {
    private static final String BUNDLE = "io.satisflow.wall.http.link";
    private static final int SUMMARY = 300;
    private static final String STYLE = """
            body{font:17px/1.45 system-ui,sans-serif;max-width:32rem;margin:0 auto;padding:1.5rem;color:#1b1b1b;background:#fff}
            h1{font-size:1.3rem}li{margin:.4rem 0}label{display:block;margin:1rem 0}small{color:#555}
            input,select,button{font:inherit;width:100%;padding:.7rem;box-sizing:border-box;margin-top:.3rem}
            button{background:#0b57d0;color:#fff;border:0;border-radius:.5rem;margin-top:1rem}
            @media(prefers-color-scheme:dark){body{color:#eee;background:#161616}small{color:#aaa}a{color:#8ab4f8}}
            """;
    private static final String POLICY =
            "default-src 'none'; style-src 'sha256-%s'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
                    .formatted(digest());

    private final ResourceBundle words;

    private LinkPage(ResourceBundle words) {
        this.words = words;
    }

    /**
     * @param accepted the browser's languages, the best first; null for none
     * @param otherwise en or zh-CN
     */
    static LinkPage in(@Nullable String accepted, String otherwise) {
        String first = accepted == null ? "" : accepted.strip().toLowerCase(Locale.ROOT);
        String chosen = first.startsWith("zh") ? "zh-CN" : first.startsWith("en") ? "en" : otherwise;
        return new LinkPage(ResourceBundle.getBundle(
                BUNDLE,
                Locale.forLanguageTag(chosen),
                LinkPage.class.getClassLoader(),
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES)));
    }

    private static String digest() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(STYLE.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    /** What came of it, or why there is nothing to do. */
    void answer(Context context, HttpStatus status, String what, String... values) {
        write(context, status, "<h1>%s</h1><p>%s</p>".formatted(say(what), say(what + ".more", values)));
    }

    /** @param hours from which a silence's length is chosen */
    void form(Context context, ActionLink link, List<Alert> alerts, List<Integer> hours, String confirmation) {
        String action = link.action().path();
        String list = alerts.stream().map(this::line).collect(Collectors.joining());
        String silence = link.action() == ChatAction.SILENCE ? choice(hours) : "";
        write(context, HttpStatus.OK, """
                <h1>%s</h1><ul>%s</ul>
                <form method="post"><input type="hidden" name="confirmation" value="%s">%s
                <label>%s<input name="name" required maxlength="60" autocomplete="name"></label>
                <label>%s<input name="comment" maxlength="500"></label>
                <button>%s</button></form><p><small>%s</small></p>""".formatted(
                        say(action + ".title", String.valueOf(alerts.size())),
                        list,
                        Escape.html(confirmation),
                        silence,
                        say("name"),
                        say("comment"),
                        say(action + ".do"),
                        say(action + ".explained")));
    }

    private String line(Alert alert) {
        String summary = alert.getAnnotations().getOrDefault("summary", alert.getRule() + ": " + alert.getKey());
        return "<li>%s<br><small>%s</small></li>"
                .formatted(
                        Escape.html(SafeText.line(summary, SUMMARY)),
                        say("since", alert.getSince().toString()));
    }

    private String choice(List<Integer> hours) {
        String options = hours.stream()
                .map(hour -> "<option value=\"%d\">%s</option>".formatted(hour, say("hours", String.valueOf(hour))))
                .collect(Collectors.joining());
        return "<label>%s<select name=\"hours\">%s</select></label>".formatted(say("for"), options);
    }

    /** Words with values, as HTML. */
    private String say(String name, String... values) {
        return Escape.html(new MessageFormat(words.getString(name), Locale.ROOT).format(values));
    }

    private void write(Context context, HttpStatus status, String body) {
        context.status(status);
        context.header("Content-Security-Policy", POLICY);
        context.header("Cache-Control", "no-store");
        context.contentType("text/html; charset=utf-8")
                .result("""
                        <!DOCTYPE html><html lang="%s"><head><meta charset="utf-8"><meta name="robots" content="noindex">
                        <meta name="viewport" content="width=device-width,initial-scale=1"><title>Satisflow</title>
                        <style>%s</style></head><body>%s<p><a href="../#/alerts">%s</a></p></body></html>
                        """.formatted(words.getString("language"), STYLE, body, say("wall")));
    }
}
