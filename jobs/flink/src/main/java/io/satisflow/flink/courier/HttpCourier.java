package io.satisflow.flink.courier;

import io.satisflow.hook.HookRequest;
import io.satisflow.hook.HookResponse;
import io.satisflow.hook.HookSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/** HTTP to one receiver. Redirects are never followed, and of a body no more is read than what may say what is wrong. */
final class HttpCourier implements Courier {
    private static final int CONNECT_SECONDS = 10;
    private static final int KEPT_SECONDS = 30;
    private static final int MOST_BYTES = 64 * 1024;

    private final CheckedLookup lookup;
    private final boolean proxied;
    private final CloseableHttpClient client;
    private volatile @Nullable HttpUriRequestBase underway;

    private HttpCourier(CheckedLookup lookup, boolean proxied, CloseableHttpClient client) {
        this.lookup = lookup;
        this.proxied = proxied;
        this.client = client;
    }

    static HttpCourier to(
            URI target, HookSettings settings, Lookup lookup, UnaryOperator<@Nullable String> environment) {
        Optional<URI> proxy = Proxies.of(target, environment);
        CheckedLookup checked = new CheckedLookup(
                lookup, settings.allowPrivate(), proxy.map(URI::getHost).orElse(null));
        HttpClientBuilder builder = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(checked)
                        .setTlsSocketStrategy(
                                new DefaultClientTlsStrategy(TrustedCertificates.context(settings.caFile())))
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                                .setSocketTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                                .setTimeToLive(KEPT_SECONDS, TimeUnit.SECONDS)
                                .build())
                        .build())
                .setUserAgent("Satisflow")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableContentCompression();
        proxy.ifPresent(address -> setProxy(builder, address));
        return new HttpCourier(checked, proxy.isPresent(), builder.build());
    }

    private static void setProxy(HttpClientBuilder builder, URI proxy) {
        int port = proxy.getPort() < 0 ? 80 : proxy.getPort();
        HttpHost host = new HttpHost(proxy.getScheme(), proxy.getHost(), port);
        builder.setProxy(host);
        if (proxy.getUserInfo() != null) {
            String[] user = proxy.getUserInfo().split(":", 2);
            BasicCredentialsProvider credentials = new BasicCredentialsProvider();
            credentials.setCredentials(
                    new AuthScope(host),
                    new UsernamePasswordCredentials(user[0], (user.length > 1 ? user[1] : "").toCharArray()));
            builder.setDefaultCredentialsProvider(credentials);
        }
    }

    @Override
    public HookResponse carry(HookRequest request, Instant now) throws IOException {
        if (proxied) {
            checkBehindProxy(request.uri().getHost());
        }
        HttpUriRequestBase http = new HttpUriRequestBase(request.method(), request.uri());
        request.headers().forEach(http::setHeader);
        http.setEntity(new ByteArrayEntity(request.body(), null));
        underway = http;
        try {
            return client.execute(http, response -> read(response, http, now));
        } catch (UnknownHostException e) {
            throw e.getCause() instanceof RefusedAddressException refused ? refused : e;
        } finally {
            underway = null;
        }
    }

    /** The proxy looks the name up; it is looked at here too, unless only the proxy knows it. */
    private void checkBehindProxy(String host) throws IOException {
        try {
            InetAddress[] ignored = lookup.checked(host);
        } catch (UnknownHostException e) {
            return;
        }
    }

    private static HookResponse read(ClassicHttpResponse response, HttpUriRequestBase request, Instant now)
            throws IOException {
        Map<String, String> headers = new TreeMap<>();
        for (Header header : response.getHeaders()) {
            headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), header.getValue());
        }
        byte[] body = new byte[0];
        if (response.getEntity() != null) {
            InputStream in = response.getEntity().getContent();
            body = in.readNBytes(MOST_BYTES);
            if (body.length == MOST_BYTES) {
                // Whatever else it wants to say is not waited for.
                request.abort();
            }
        }
        return new HookResponse(response.getCode(), headers, new String(body, StandardCharsets.UTF_8), now);
    }

    @Override
    public void interrupt() {
        HttpUriRequestBase request = underway;
        if (request != null) {
            request.abort();
        }
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }
}
