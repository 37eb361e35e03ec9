package io.satisflow.hook;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** An address as it may stand in the settings or in a secret. Messages never hold the address, which may hold a token. */
public final class WebAddress {
    private static final Pattern DOTTED_QUAD =
            Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)\\.){3}(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)");
    /** What a resolver may take for a number in decimal, octal or hexadecimal, with one to four parts. */
    private static final Pattern NUMERIC =
            Pattern.compile("(0[xX][0-9a-fA-F]*|\\d+)(\\.(0[xX][0-9a-fA-F]*|\\d+)){0,3}\\.?");

    private static final Set<String> MAIL = Set.of("smtp", "smtps", "smtp+starttls");

    private WebAddress() {}

    /** @throws IllegalArgumentException with what is wrong and what to write */
    public static URI parse(String text, boolean allowHttp) {
        URI url;
        try {
            url = URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("is not a web address; write such as https://example.com/hook");
        }
        requirePlainHost(String.valueOf(url.getRawAuthority()).replaceAll("^.*@|:\\d*$", ""));
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        if (url.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
            throw new IllegalArgumentException("is not a web address; write such as https://example.com/hook");
        }
        if (url.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "holds a user and password; name a secret by secret_env or token_env instead");
        }
        if (scheme.equals("http") && !allowHttp) {
            throw new IllegalArgumentException(
                    "is not https; use https, or set allow_http: true where the network is trusted");
        }
        return url;
    }

    /**
     * The address of a mail server: smtps (TLS from the start), smtp+starttls, or smtp.
     *
     * @throws IllegalArgumentException with what is wrong and what to write
     */
    public static URI parseMail(String text, boolean allowPlain) {
        URI url;
        try {
            url = URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("is not a mail server; write such as smtps://mail.example.com:465");
        }
        requirePlainHost(String.valueOf(url.getRawAuthority()).replaceAll("^.*@|:\\d*$", ""));
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        if (url.getHost() == null || !MAIL.contains(scheme) || url.getRawUserInfo() != null) {
            throw new IllegalArgumentException("is not a mail server; write such as smtps://mail.example.com:465 or"
                    + " smtp+starttls://mail.example.com:587");
        }
        if (scheme.equals("smtp") && !allowPlain) {
            throw new IllegalArgumentException(
                    "does not encrypt; use smtps or smtp+starttls, or set allow_http: true where the network is"
                            + " trusted");
        }
        return url;
    }

    /** Numbers that different resolvers read differently are no way to write an address. */
    static void requirePlainHost(String host) {
        if (NUMERIC.matcher(host).matches() && !DOTTED_QUAD.matcher(host).matches()) {
            throw new IllegalArgumentException(
                    "writes its host as a number in decimal, octal or hexadecimal; write a name, or four decimal"
                            + " numbers such as 192.0.2.1");
        }
    }
}
