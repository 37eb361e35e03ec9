package io.satisflow.flink.courier;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import org.jspecify.annotations.Nullable;

/**
 * Looks names up for a connection and refuses private addresses there and then: what is connected to is what was looked at,
 * so a name that says one thing first and another thing later gains nothing.
 *
 * @param free a host that is not checked, such as one's own proxy; null for none
 */
record CheckedLookup(
        Lookup lookup, boolean allowPrivate, @Nullable String free) implements DnsResolver {

    InetAddress[] checked(String host) throws IOException {
        InetAddress[] addresses = lookup.addresses(host);
        for (InetAddress address : addresses) {
            if (!allowPrivate && !host.equals(free) && AddressCheck.isPrivate(address)) {
                throw new RefusedAddressException(
                        "the address leads into a private network (%s); set allow_private: true where that is meant"
                                .formatted(address.getHostAddress()));
            }
        }
        return addresses;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        try {
            return checked(host);
        } catch (UnknownHostException e) {
            throw e;
        } catch (IOException e) {
            // The signature knows no other failure; the cause is what counts.
            UnknownHostException refused = new UnknownHostException(e.getMessage());
            refused.initCause(e);
            throw refused;
        }
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
