package io.satisflow.flink.delivery;

import io.satisflow.alerts.receiver.WebhookReceiver;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a hook may be called where it stands. Its name is looked up right before each attempt, so that a public name cannot
 * lead to a private address; the JDK keeps the answer for 30 s (networkaddress.cache.ttl, which must not be 0), so that the
 * connection goes where the check has looked. Redirects are never followed.
 */
final class HookAddress {
    private HookAddress() {}

    /**
     * Why it may not be called; empty when it may.
     *
     * @throws UnknownHostException when the name cannot be looked up now
     */
    static Optional<String> refusal(WebhookReceiver receiver) throws UnknownHostException {
        String scheme = receiver.url().getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !receiver.allowHttp()) {
            return Optional.of("the address is not https; use https or set allow_http: true");
        }
        if (receiver.allowPrivate()) {
            return Optional.empty();
        }
        for (InetAddress address : InetAddress.getAllByName(receiver.url().getHost())) {
            if (isPrivate(address)) {
                return Optional.of("the address is in a private network; set allow_private: true where that is meant");
            }
        }
        return Optional.empty();
    }

    static boolean isPrivate(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || isSharedOrReserved(address)
                || isUniqueLocal(address);
    }

    /** 0.0.0.0/8, 100.64.0.0/10 (carriers), 192.0.0.0/24, 198.18.0.0/15 (benchmarks) and 240.0.0.0/4. */
    private static boolean isSharedOrReserved(InetAddress address) {
        if (!(address instanceof Inet4Address)) {
            return false;
        }
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        return first == 0
                || (first == 100 && second >= 64 && second < 128)
                || (first == 192 && second == 0 && bytes[2] == 0)
                || (first == 198 && (second == 18 || second == 19))
                || first >= 240;
    }

    /** fc00::/7, and 64:ff9b::/96, which leads to any IPv4 address. */
    private static boolean isUniqueLocal(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return false;
        }
        byte[] bytes = address.getAddress();
        boolean translated =
                bytes[0] == 0 && bytes[1] == 0x64 && (bytes[2] & 0xff) == 0xff && (bytes[3] & 0xff) == 0x9b;
        return (bytes[0] & 0xfe) == 0xfc || translated;
    }
}
