package io.satisflow.flink.courier;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;

/** A mail server on this machine that keeps to SMTP, knows one user, and answers some commands as the test says. */
final class MailServer implements AutoCloseable {
    /** A mail as it was taken. */
    record Mail(List<String> recipients, String source) {}

    private final ServerSocket server;
    private final List<Mail> mails = new CopyOnWriteArrayList<>();
    private final Map<String, String> replies = new ConcurrentHashMap<>();
    private final String login;

    private MailServer(ServerSocket server, String user, String password) {
        this.server = server;
        this.login = "\0" + user + "\0" + password;
    }

    static MailServer start(ServerSocketFactory sockets, String user, String password) {
        try {
            ServerSocket socket = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
            MailServer server = new MailServer(socket, user, password);
            Thread thread = new Thread(server::serve, "mail-server");
            thread.setDaemon(true);
            thread.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param command the beginning of a line, such as {@code RCPT TO:<b@} */
    void reply(String command, String line) {
        replies.put(command, line);
    }

    int port() {
        return server.getLocalPort();
    }

    List<Mail> mails() {
        return mails;
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                converse(socket);
            } catch (IOException e) {
                // The other side has hung up.
                continue;
            }
        }
    }

    private void converse(Socket socket) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = socket.getOutputStream();
        say(out, "220 mail.example.com ready");
        List<String> recipients = new ArrayList<>();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String command = line;
            String scripted = replies.entrySet().stream()
                    .filter(entry -> command.startsWith(entry.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse("");
            if (!scripted.isEmpty()) {
                say(out, scripted);
            } else if (line.startsWith("EHLO")) {
                say(out, "250-mail.example.com\r\n250-AUTH PLAIN\r\n250 8BITMIME");
            } else if (line.startsWith("AUTH PLAIN")) {
                say(out, isKnown(line) ? "235 welcome" : "535 5.7.8 no such user");
            } else if (line.startsWith("DATA")) {
                say(out, "354 go on");
                mails.add(new Mail(List.copyOf(recipients), data(in)));
                say(out, "250 taken");
            } else if (line.startsWith("QUIT")) {
                say(out, "221 bye");
                return;
            } else {
                if (line.startsWith("RCPT TO:")) {
                    recipients.add(line.replaceAll(".*<(.*)>.*", "$1"));
                }
                say(out, "250 ok");
            }
        }
    }

    private boolean isKnown(String line) {
        byte[] credentials = Base64.getDecoder().decode(line.substring("AUTH PLAIN ".length()));
        return new String(credentials, StandardCharsets.UTF_8).endsWith(login);
    }

    private static String data(BufferedReader in) throws IOException {
        StringBuilder source = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            if (line.length() > 998) {
                throw new IOException("line too long");
            }
            source.append(line).append('\n');
        }
        return source.toString();
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
