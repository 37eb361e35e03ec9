package io.satisflow.flink.courier;

import java.io.IOException;

/** A receiver's name leads to where it must not be called. The message holds no address, which may hold a token. */
final class RefusedAddressException extends IOException {
    private static final long serialVersionUID = 1L;

    RefusedAddressException(String message) {
        super(message);
    }
}
