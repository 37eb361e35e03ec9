package io.satisflow.alerts.receiver;

import io.satisflow.config.ConfigNode;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One of the {@code receivers}. */
public final class ReceiverNode {
    private ReceiverNode() {}

    public static Receiver read(ConfigNode node, Language language) {
        node.allowOnly("name", "language", "webhook");
        String name = node.require("name").text();
        Language own = node.find("language")
                .map(value -> value.value(Language::tagged))
                .orElse(language);
        return new Receiver(
                name, own, node.find("webhook").map(ReceiverNode::webhook).orElse(null));
    }

    private static WebhookReceiver webhook(ConfigNode node) {
        node.allowOnly("url", "secret_env", "allow_http", "allow_private");
        boolean allowHttp = flag(node, "allow_http");
        @Nullable
        String secret = node.find("secret_env").map(ReceiverNode::variable).orElse(null);
        return new WebhookReceiver(url(node.require("url"), allowHttp), secret, allowHttp, flag(node, "allow_private"));
    }

    /** Says nothing of the address itself, which may hold a token. */
    private static URI url(ConfigNode node, boolean allowHttp) {
        URI url;
        try {
            url = URI.create(node.text());
        } catch (IllegalArgumentException e) {
            throw node.problem("is not a web address; write such as https://example.com/hook");
        }
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        if (url.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
            throw node.problem("is not a web address; write such as https://example.com/hook");
        }
        if (scheme.equals("http") && !allowHttp) {
            throw node.problem("is not https; use https, or set allow_http: true where the network is trusted");
        }
        return url;
    }

    private static String variable(ConfigNode node) {
        if (!node.text().matches("[A-Za-z_][A-Za-z0-9_]*")) {
            throw node.problem("is not the name of an environment variable; secrets do not stand in the settings");
        }
        return node.text();
    }

    private static boolean flag(ConfigNode node, String key) {
        return node.find(key).map(ConfigNode::flag).orElse(false);
    }
}
