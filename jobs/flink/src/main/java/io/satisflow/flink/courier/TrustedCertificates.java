package io.satisflow.flink.courier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Whose signature makes a server's certificate good: those that the platform trusts, and those of a file. */
final class TrustedCertificates {
    private TrustedCertificates() {}

    /**
     * @param file certificates (PEM); null for the platform's alone
     * @throws IllegalStateException that names the file when it cannot be read
     */
    static SSLContext context(@Nullable String file) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, file == null ? null : managers(file), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "ca_file %s cannot be used (%s); give a file of certificates in PEM"
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    private static TrustManager[] managers(String file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int number = 0;
        for (TrustManager manager : factory(null).getTrustManagers()) {
            if (manager instanceof X509TrustManager platform) {
                for (X509Certificate certificate : platform.getAcceptedIssuers()) {
                    store.setCertificateEntry("platform-" + number++, certificate);
                }
            }
        }
        for (Certificate certificate : read(file)) {
            store.setCertificateEntry("file-" + number++, certificate);
        }
        return factory(store).getTrustManagers();
    }

    private static Collection<? extends Certificate> read(String file) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            Collection<? extends Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (certificates.isEmpty()) {
                throw new IOException("it holds no certificate");
            }
            return certificates;
        }
    }

    private static TrustManagerFactory factory(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory;
    }
}
