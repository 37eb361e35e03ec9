package io.satisflow.wall.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** The page, out of the jar: read, compressed and digested once. */
final class PageFiles {
    private static final String FOLDER = "/io/satisflow/wall/page/";
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html;charset=utf-8",
            "js", "text/javascript;charset=utf-8",
            "css", "text/css;charset=utf-8",
            "svg", "image/svg+xml",
            "json", "application/json",
            "txt", "text/plain;charset=utf-8",
            "webmanifest", "application/manifest+json");

    private final Map<String, PageFile> files = new TreeMap<>();

    private record PageFile(byte[] plain, byte[] zipped, String etag, String type) {}

    /** The list of files stands beside them, since a jar has no folders to be read. */
    PageFiles() {
        String list = new String(read("files.txt"), StandardCharsets.UTF_8);
        list.lines().filter(name -> !name.isBlank()).forEach(name -> files.put(name, file(name)));
    }

    private static PageFile file(String name) {
        byte[] plain = read(name);
        String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
        return new PageFile(plain, zip(plain), '"' + digest(plain) + '"', type);
    }

    private static byte[] read(String name) {
        try (@Nullable InputStream in = PageFiles.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("The page lacks " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] zip(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(Arrays.copyOf(digest, 10));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return whether there is such a file */
    boolean answer(Context context, String name) {
        PageFile file = files.get(name);
        if (file == null) {
            return false;
        }
        context.header("Cache-Control", "no-cache");
        context.header("ETag", file.etag());
        context.header("Vary", "Accept-Encoding");
        context.disableCompression();
        if (file.etag().equals(context.header("If-None-Match"))) {
            context.status(HttpStatus.NOT_MODIFIED);
            return true;
        }
        String accepted = context.header("Accept-Encoding");
        boolean isZipped = accepted != null && accepted.contains("gzip");
        if (isZipped) {
            context.header("Content-Encoding", "gzip");
        }
        context.contentType(file.type()).result(isZipped ? file.zipped() : file.plain());
        return true;
    }
}
