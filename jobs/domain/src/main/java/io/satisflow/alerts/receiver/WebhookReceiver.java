package io.satisflow.alerts.receiver;

import java.io.Serializable;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * An address that notifications are posted to.
 *
 * @param url where to; it may hold a token, so it never appears in texts
 * @param secretFrom the environment variable with the secret that signs; null to send unsigned
 * @param allowHttp allows an address that is not https
 * @param allowPrivate allows loopback, link-local and private addresses
 */
public record WebhookReceiver(URI url, @Nullable String secretFrom, boolean allowHttp, boolean allowPrivate)
        implements Serializable {

    @Override
    public String toString() {
        return "webhook at " + url.getHost();
    }
}
