package io.satisflow.hook;

import java.time.Duration;

/**
 * What a tool wants to see with each request.
 *
 * @param holds for how long, as the tool says
 */
public record AccessToken(String value, Duration holds) {

    /** Without the value, which is a secret. */
    @Override
    public String toString() {
        return "a token for " + holds;
    }
}
