package io.satisflow.flink.courier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.satisflow.hook.Answer;
import io.satisflow.hook.HookSettings;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connections to a server whose certificate only a file of one's own makes good. */
class TrustedCertificatesTest {
    private static final String PASSWORD = "password";

    @TempDir
    static Path folder;

    private static HttpsServer server;
    private static SSLContext context;
    private static Path ca;

    @BeforeAll
    static void start() throws Exception {
        Path store = folder.resolve("server.p12");
        Process keytool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-validity",
                        "36500",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD))
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        ca = folder.resolve("ca.pem");
        Files.writeString(
                ca,
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(keys.getCertificate("server").getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    @Test
    void a_certificate_of_ones_own_is_trusted_by_its_file_alone() throws Exception {
        assertThat(tell("localhost", ca.toString())).isEqualTo(Answer.delivered());
        assertThat(tell("localhost", null))
                .isInstanceOfSatisfying(
                        Answer.Retry.class, retry -> assertThat(retry.reason()).contains("no trusted connection"));
    }

    @Test
    void a_certificate_of_another_name_is_not_trusted() throws Exception {
        assertThat(tell("127.0.0.1", ca.toString())).isInstanceOf(Answer.Retry.class);
    }

    @Test
    void mail_over_tls_is_sent_where_the_certificate_is_trusted() throws Exception {
        try (MailServer mail = MailServer.start(context.getServerSocketFactory(), "user", "password-0")) {
            HookSettings settings = new HookSettings(
                    "email",
                    Map.of("url", "smtps://localhost:" + mail.port(), "from", "a@example.com", "to", "b@example.com"),
                    false,
                    true,
                    ca.toString());
            try (Messenger messenger =
                    Messenger.to("ops", settings, name -> null, Lookup.SYSTEM, Duration.ofMinutes(2))) {
                assertThat(messenger
                                .tell(SampleMessages.firing("en"), SampleMessages.NINE)
                                .get(150, TimeUnit.SECONDS))
                        .isEqualTo(Answer.delivered());
            }
            assertThat(mail.mails()).hasSize(1);
        }
    }

    @Test
    void a_file_that_cannot_be_used_is_named() {
        assertThatThrownBy(() -> TrustedCertificates.context("/nowhere/ca.pem"))
                .hasMessageContaining("ca_file /nowhere/ca.pem cannot be used");
    }

    private static Answer tell(String host, @Nullable String caFile) throws Exception {
        String url = "https://" + host + ":" + server.getAddress().getPort() + "/";
        HookSettings settings = new HookSettings("webhook", Map.of("url", url), false, true, caFile);
        try (Messenger messenger = Messenger.to("ops", settings, name -> null, Lookup.SYSTEM, Duration.ofMinutes(2))) {
            return messenger
                    .tell(SampleMessages.firing("en"), SampleMessages.NINE)
                    .get(150, TimeUnit.SECONDS);
        }
    }
}
