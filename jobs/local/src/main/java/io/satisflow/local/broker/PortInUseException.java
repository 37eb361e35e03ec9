package io.satisflow.local.broker;

/** Another program listens where the broker was told to. */
public final class PortInUseException extends RuntimeException {

    public PortInUseException(int port, Throwable cause) {
        super(
                "Port %d of 127.0.0.1 is in use by another program; choose another one, or 0 for any free port"
                        .formatted(port),
                cause);
    }
}
