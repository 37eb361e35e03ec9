package io.satisflow.channel.entrance;

import io.satisflow.channel.entrance.RequestSignature.Encoding;
import io.satisflow.config.ConfigNode;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Optional;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code http: {signature: {header, secret, prefix, algorithm, encoding, signed, timestamp, within}}}, {@code http: {token:
 * {header, value}}} or {@code http: {open: true}}.
 */
public final class EntranceFile {
    private static final Duration WITHIN = Duration.ofMinutes(5);
    private static final String ALGORITHM = "HmacSHA256";

    private EntranceFile() {}

    /** Without a section nobody may post. */
    public static Entrance read(Optional<ConfigNode> section) {
        if (section.isEmpty()) {
            return new Entrance(null, null, false);
        }
        ConfigNode node = section.get().allowOnly("signature", "token", "open");
        Entrance entrance = new Entrance(
                node.find("signature").map(EntranceFile::signature).orElse(null),
                node.find("token").map(EntranceFile::token).orElse(null),
                node.find("open").map(ConfigNode::flag).orElse(false));
        if (node.entries().size() != 1) {
            throw node.problem("signature, token and open exclude each other; keep one of them");
        }
        return entrance;
    }

    private static RequestToken token(ConfigNode node) {
        node.allowOnly("header", "value");
        return new RequestToken(
                node.require("header").text(), node.require("value").unexpanded());
    }

    private static RequestSignature signature(ConfigNode node) {
        node.allowOnly("header", "prefix", "algorithm", "encoding", "signed", "timestamp", "within", "secret");
        @Nullable
        String timestamp = node.find("timestamp").map(ConfigNode::text).orElse(null);
        return new RequestSignature(
                node.require("header").text(),
                node.find("prefix").map(ConfigNode::text).orElse(""),
                node.find("algorithm")
                        .map(each -> each.value(EntranceFile::algorithm))
                        .orElse(ALGORITHM),
                node.find("encoding").map(each -> each.oneOf(Encoding.class)).orElse(Encoding.HEX),
                node.find("signed")
                        .map(each -> each.value(EntranceFile::signed))
                        .orElse(
                                timestamp == null
                                        ? RequestSignature.BODY
                                        : RequestSignature.TIMESTAMP + "." + RequestSignature.BODY),
                timestamp,
                node.find("within").map(ConfigNode::duration).orElse(WITHIN),
                node.require("secret").unexpanded());
    }

    private static String algorithm(String name) {
        try {
            Mac.getInstance(name);
            return name;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalArgumentException(
                    "\"%s\" is no keyed hash; write HmacSHA256, HmacSHA1 or HmacSHA512".formatted(name), e);
        }
    }

    private static String signed(String text) {
        if (!text.contains(RequestSignature.BODY)) {
            throw new IllegalArgumentException(
                    "\"%s\" leaves the body out; write such as \"{timestamp}.{body}\"".formatted(text));
        }
        return text;
    }
}
