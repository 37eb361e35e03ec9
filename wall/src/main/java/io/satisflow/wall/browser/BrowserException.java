package io.satisflow.wall.browser;

/** The browser is not there, does not answer, or says no; the message is for people. */
public final class BrowserException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BrowserException(String message) {
        super(message);
    }

    BrowserException(String message, Throwable cause) {
        super(message, cause);
    }
}
