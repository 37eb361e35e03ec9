package io.satisflow.flink.courier;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/** Which addresses lead into networks of one's own, in whatever form they are written. */
final class AddressCheck {
    private AddressCheck() {}

    static boolean isPrivate(InetAddress address) {
        boolean plainlyPrivate = address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        byte[] bytes = address.getAddress();
        return plainlyPrivate
                || (address instanceof Inet4Address ? isReserved(bytes) : isReservedV6(bytes))
                || embedded(bytes).filter(AddressCheck::isPrivate).isPresent();
    }

    /**
     * 0.0.0.0/8, 100.64.0.0/10 (carriers), 192.0.0.0/24, 198.18.0.0/15 (benchmarks), 240.0.0.0/4, documentation, and
     * 168.63.129.16, at which Azure's machines find their host.
     */
    private static boolean isReserved(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        int third = bytes[2] & 0xff;
        return first == 0
                || (first == 100 && second >= 64 && second < 128)
                || (first == 192 && second == 0 && (third == 0 || third == 2))
                || (first == 198 && (second == 18 || second == 19 || (second == 51 && third == 100)))
                || (first == 203 && second == 0 && third == 113)
                || (first == 168 && second == 63 && third == 129 && (bytes[3] & 0xff) == 16)
                || first >= 240;
    }

    /**
     * fc00::/7 (unique local), 64:ff9b:1::/48 (translation of one's own), 100::/64 (discard), 2001::/32 (Teredo, whose
     * address is scrambled), 2001:db8::/32 (documentation).
     */
    private static boolean isReservedV6(byte[] bytes) {
        return (bytes[0] & 0xfe) == 0xfc
                || startsWith(bytes, 0x00, 0x64, 0xff, 0x9b, 0x00, 0x01)
                || startsWith(bytes, 0x01, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00)
                || startsWith(bytes, 0x20, 0x01, 0x00, 0x00)
                || startsWith(bytes, 0x20, 0x01, 0x0d, 0xb8);
    }

    /** The IPv4 address that an IPv6 address leads to: mapped, compatible, NAT64 (64:ff9b::/96) and 6to4 (2002::/16). */
    private static Optional<InetAddress> embedded(byte[] bytes) {
        if (bytes.length != 16) {
            return Optional.empty();
        }
        boolean zeroes = startsWith(bytes, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        boolean mapped = zeroes && (bytes[10] & 0xff) == 0xff && (bytes[11] & 0xff) == 0xff;
        boolean compatible = zeroes && bytes[10] == 0 && bytes[11] == 0;
        boolean translated = startsWith(bytes, 0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0);
        if (mapped || compatible || translated) {
            return Optional.of(v4(bytes, 12));
        }
        return startsWith(bytes, 0x20, 0x02) ? Optional.of(v4(bytes, 2)) : Optional.empty();
    }

    private static InetAddress v4(byte[] bytes, int from) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Four bytes are an address", e);
        }
    }

    private static boolean startsWith(byte[] bytes, int... prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if ((bytes[i] & 0xff) != prefix[i]) {
                return false;
            }
        }
        return true;
    }
}
