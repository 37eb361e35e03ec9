package io.satisflow.wall.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.wall.WallFixture;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PageFilesTest {
    private static final Path PAGE =
            Path.of(System.getProperty("satisflow.root", ".."), "wall/src/main/resources/io/satisflow/wall/page");
    private static final Pattern KEY = Pattern.compile("'([a-z][\\w.-]*)': '");

    private final WallFixture wall = new WallFixture();

    @AfterEach
    void close() {
        wall.close();
    }

    @Test
    void theListNamesEveryFileOfThePage() throws Exception {
        try (Stream<Path> files = Files.walk(PAGE)) {
            List<String> there = files.filter(Files::isRegularFile)
                    .map(file -> PAGE.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.equals("files.txt"))
                    .sorted()
                    .toList();
            assertThat(Files.readAllLines(PAGE.resolve("files.txt"))).isEqualTo(there);
        }
    }

    /** All but the chart and the other pages, which come when they are opened. */
    @Test
    void theFirstPageComesInFewBytes() throws Exception {
        long bytes = 0;
        try (Stream<Path> files = Files.walk(PAGE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = PAGE.relativize(file).toString();
                if (!name.startsWith("vendor/")
                        && !name.equals("files.txt")
                        && !name.equals("js/chart.js")
                        && (!name.startsWith("js/pages/")
                                || name.endsWith("overview.js")
                                || name.endsWith("login.js"))) {
                    bytes += get("/" + name).body().length;
                }
            }
        }

        assertThat(bytes).isLessThan(60_000);
    }

    @Test
    void aBrowserThatHasAFileIsNotSentItAgain() throws Exception {
        String tag = get("/wall.css").headers().firstValue("ETag").orElseThrow();

        assertThat(wall.get("/wall.css", "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    @Test
    void everyWordIsThereInBothLanguages() throws Exception {
        assertThat(keys("js/words.zh.js")).isEqualTo(keys("js/words.en.js"));
    }

    @Test
    void noFileNamesAnotherOrigin() throws Exception {
        try (Stream<Path> files = Files.walk(PAGE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.toString().contains("vendor")) {
                    assertThat(Files.readString(file).replace("http://www.w3.org/2000/svg", ""))
                            .as(file.toString())
                            .doesNotContain("http://", "https://", "innerHTML", "eval(");
                }
            }
        }
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(wall.address(path))
                                .header("Accept-Encoding", "gzip")
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
    }

    private static TreeSet<String> keys(String file) throws Exception {
        TreeSet<String> keys = new TreeSet<>();
        KEY.matcher(new String(Files.readAllBytes(PAGE.resolve(file)), UTF_8))
                .results()
                .map(MatchResult::group)
                .forEach(found -> keys.add(found.substring(1, found.indexOf('\'', 1))));
        return keys;
    }
}
