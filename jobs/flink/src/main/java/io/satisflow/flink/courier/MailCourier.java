package io.satisflow.flink.courier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.satisflow.hook.HookRequest;
import io.satisflow.hook.HookResponse;
import io.satisflow.hook.HookTarget;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/** Mail to one receiver, over a connection of its own for each message. The way to a server knows no proxy. */
final class MailCourier implements Courier {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TIMEOUT_MILLIS = 10_000;
    private static final Map<String, Integer> PORTS = Map.of("smtp", 25, "smtps", 465, "smtp+starttls", 587);
    private static final int SENT = 250;
    private static final int LOGIN_REFUSED = 535;
    private static final int NO_CODE = 451;

    private final HookTarget target;
    private final CheckedLookup lookup;
    private final SSLContext certificates;
    private volatile @Nullable Socket underway;

    MailCourier(HookTarget target, Lookup lookup) {
        this.target = target;
        this.lookup = new CheckedLookup(lookup, target.settings().allowPrivate(), null);
        this.certificates = TrustedCertificates.context(target.settings().caFile());
    }

    @Override
    public HookResponse carry(HookRequest request, Instant now) throws IOException {
        String scheme = request.uri().getScheme().toLowerCase(Locale.ROOT);
        try (Socket socket = connect(request.uri(), scheme)) {
            Session session = Session.getInstance(properties(request.uri(), scheme), login());
            try (SMTPTransport transport = (SMTPTransport) session.getTransport("smtp")) {
                transport.connect(socket);
                MimeMessage message = message(session, request, now);
                transport.sendMessage(message, message.getAllRecipients());
                return response(SENT, "", now);
            } catch (AuthenticationFailedException e) {
                return response(LOGIN_REFUSED, text(e), now);
            } catch (SendFailedException e) {
                return refused(e, now);
            } catch (MessagingException e) {
                throw new IOException(text(e), e);
            }
        } finally {
            underway = null;
        }
    }

    private Socket connect(URI server, String scheme) throws IOException {
        int port = server.getPort() < 0 ? Objects.requireNonNull(PORTS.get(scheme)) : server.getPort();
        InetAddress address = lookup.checked(server.getHost())[0];
        Socket plain = new Socket();
        underway = plain;
        plain.connect(new InetSocketAddress(address, port), TIMEOUT_MILLIS);
        plain.setSoTimeout(TIMEOUT_MILLIS);
        if (!scheme.equals("smtps")) {
            return plain;
        }
        SSLSocket socket =
                (SSLSocket) certificates.getSocketFactory().createSocket(plain, server.getHost(), port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private @Nullable Authenticator login() {
        String user = target.settings().value("user", "");
        @Nullable String password = target.secret("password_env");
        if (password == null) {
            return null;
        }
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(user, password);
            }
        };
    }

    private Properties properties(URI server, String scheme) {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", server.getHost());
        properties.put("mail.smtp.timeout", String.valueOf(TIMEOUT_MILLIS));
        properties.put("mail.smtp.auth", String.valueOf(target.secret("password_env") != null));
        // One address that is refused does not keep the others from being told.
        properties.put("mail.smtp.sendpartial", "true");
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.socketFactory", certificates.getSocketFactory());
        if (scheme.equals("smtp+starttls")) {
            properties.put("mail.smtp.starttls.enable", "true");
            properties.put("mail.smtp.starttls.required", "true");
        }
        return properties;
    }

    private static MimeMessage message(Session session, HookRequest request, Instant now)
            throws MessagingException, IOException {
        JsonNode parts = JSON.readTree(request.body());
        MimeMultipart alternatives = new MimeMultipart("alternative");
        alternatives.addBodyPart(part(parts.path("text").asText(), "plain"));
        alternatives.addBodyPart(part(parts.path("html").asText(), "html"));
        MimeMessage message = new MimeMessageWithId(session);
        for (Map.Entry<String, String> header : request.headers().entrySet()) {
            switch (header.getKey()) {
                case "From" -> message.setFrom(new InternetAddress(header.getValue()));
                case "To" -> message.setRecipients(Message.RecipientType.TO, header.getValue());
                case "Subject" -> message.setSubject(header.getValue(), "UTF-8");
                case "Content-Type" -> {}
                default -> message.setHeader(header.getKey(), header.getValue());
            }
        }
        message.setSentDate(Date.from(now));
        message.setContent(alternatives);
        message.saveChanges();
        return message;
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, "UTF-8", subtype);
        return part;
    }

    /** Its own name for a message would differ from attempt to attempt. */
    private static final class MimeMessageWithId extends MimeMessage {
        MimeMessageWithId(Session session) {
            super(session);
        }

        @Override
        protected void updateMessageID() {
            // Given by the request.
        }
    }

    /** Told to at least one address is told; otherwise the server's own code says whether to try again. */
    private static HookResponse refused(SendFailedException failure, Instant now) {
        if (failure.getValidSentAddresses() != null && failure.getValidSentAddresses().length > 0) {
            return response(SENT, "refused for " + Arrays.toString(failure.getInvalidAddresses()), now);
        }
        int code = NO_CODE;
        for (Exception next = failure;
                next instanceof MessagingException messaging;
                next = messaging.getNextException()) {
            if (next instanceof SMTPAddressFailedException address) {
                code = address.getReturnCode();
            } else if (next instanceof SMTPSenderFailedException sender) {
                code = sender.getReturnCode();
            } else if (next instanceof SMTPSendFailedException send && send.getReturnCode() > 0) {
                code = send.getReturnCode();
            }
        }
        return response(code, text(failure), now);
    }

    private static String text(MessagingException failure) {
        Exception next = failure.getNextException();
        return failure.getMessage() + (next == null ? "" : " " + next.getMessage());
    }

    private static HookResponse response(int code, String text, Instant now) {
        return new HookResponse(code, Map.of(), text, now);
    }

    @Override
    public void interrupt() {
        Socket socket = underway;
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException e) {
                // It is as good as closed.
                return;
            }
        }
    }

    @Override
    public void close() {
        interrupt();
    }

    @Override
    public String toString() {
        return "mail to " + target;
    }
}
