package io.satisflow.wall.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who a request comes from. Without a login only whoever sits at this machine: the request must have come over the loopback,
 * be addressed to it by name, and not have been passed on by a proxy. Sessions are signed, not kept, so that any instance
 * that has the same tokens knows them.
 */
public final class Access {
    /** Holds a session, or the secret of a link. */
    public static final String COOKIE = "satisflow_wall";

    public static final Duration SESSION = Duration.ofDays(30);

    private static final String LINK = "link.";
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final List<String> OF_PROXIES = List.of("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via");
    private static final Visitor AT_THIS_MACHINE = new Visitor("localhost", Role.ACT, "loopback");

    private final List<Token> tokens;
    private final Links links;
    private final String csrfSecret = Links.newSecret();

    public Access(List<Token> tokens, Links links) {
        this.tokens = List.copyOf(tokens);
        this.links = links;
    }

    /** Empty when nobody knows who it is. */
    public Optional<Visitor> visitor(HttpServletRequest request) {
        return cookie(request)
                .flatMap(value -> value.startsWith(LINK) ? byLink(value.substring(LINK.length())) : bySession(value))
                .or(() -> bearer(request))
                .or(() -> isAtThisMachine(request) ? Optional.of(AT_THIS_MACHINE) : Optional.empty());
    }

    private static Optional<String> cookie(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    /** For programs. */
    private Optional<Visitor> bearer(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header == null || !header.startsWith("Bearer ")
                ? Optional.empty()
                : token(header.substring("Bearer ".length()))
                        .map(token -> new Visitor(token.name(), token.role(), "bearer"));
    }

    private Optional<Token> token(String secret) {
        return tokens.stream()
                .filter(token -> Signatures.same(token.secret(), secret))
                .findFirst();
    }

    private Optional<Visitor> byLink(String secret) {
        return links.of(secret, Instant.now()).map(link -> new Visitor(link.getName(), Role.VIEW, link.getId()));
    }

    private Optional<Visitor> bySession(String value) {
        int dot = value.lastIndexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        String told = value.substring(0, dot);
        String signature = value.substring(dot + 1);
        return tokens.stream()
                .filter(token -> Signatures.same(Signatures.sign(token.secret(), told), signature))
                .filter(token -> holds(told, token))
                .map(token -> new Visitor(token.name(), token.role(), signature))
                .findFirst();
    }

    private static boolean holds(String told, Token token) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(told), StandardCharsets.UTF_8).split("\n", -1);
            return parts.length == 2
                    && parts[0].equals(token.name())
                    && Instant.now().isBefore(Instant.ofEpochSecond(Long.parseLong(parts[1])));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isAtThisMachine(HttpServletRequest request) {
        return isLoopback(request.getRemoteAddr())
                && LOOPBACK.contains(hostOf(request.getHeader("Host")))
                && OF_PROXIES.stream().allMatch(name -> request.getHeader(name) == null);
    }

    private static boolean isLoopback(@Nullable String address) {
        try {
            return address != null && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static String hostOf(@Nullable String host) {
        return host == null ? "" : host.replaceFirst(":\\d+$", "");
    }

    /** What the cookie holds after the right token has been shown; empty for a wrong one. */
    public Optional<String> session(String secret) {
        return token(secret).map(token -> {
            String told = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            (token.name() + "\n" + Instant.now().plus(SESSION).getEpochSecond())
                                    .getBytes(StandardCharsets.UTF_8));
            return told + "." + Signatures.sign(token.secret(), told);
        });
    }

    /** What the cookie holds for a screen that came by a link; empty when the link does not hold. */
    public Optional<String> sessionOfLink(String secret) {
        return links.of(secret, Instant.now()).map(link -> LINK + secret);
    }

    /** What a page of ours must show with whatever changes something, and no other page can know. */
    public String csrf(Visitor visitor) {
        return Signatures.sign(csrfSecret, visitor.session());
    }

    /** A program that shows its token needs none: no browser sends that by itself. */
    public boolean isOwnPage(HttpServletRequest request, Visitor visitor) {
        String shown = request.getHeader("X-CSRF-Token");
        return visitor.session().equals("bearer") || (shown != null && Signatures.same(csrf(visitor), shown));
    }

    public boolean hasTokens() {
        return !tokens.isEmpty();
    }
}
