package io.satisflow.local.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What {@code mkdocs build --strict} would complain of, and what it does not see. */
class SiteTest {
    private static final Path DOCS = Documents.ROOT.resolve("docs");
    private static final Pattern NAMED = Pattern.compile("(?m): (\\S+\\.md)$");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)[^)]*\\)");

    @Test
    void the_navigation_names_every_page_once() {
        List<String> named = NAMED.matcher(String.join("\n", Documents.lines(Documents.ROOT.resolve("mkdocs.yml"))))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(named)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(pages().stream()
                        .map(page -> DOCS.relativize(page).toString())
                        .toList());
    }

    @Test
    void no_link_leaves_the_site_for_a_file_of_the_checkout() {
        assertThat(pages())
                .allSatisfy(page -> assertThat(links(page))
                        .as(page.toString())
                        .allMatch(target ->
                                page.resolveSibling(target).normalize().startsWith(DOCS)));
    }

    private static List<Path> pages() {
        return Documents.all().stream().filter(file -> file.startsWith(DOCS)).toList();
    }

    private static List<String> links(Path page) {
        String prose = String.join("\n", Documents.prose(page)).replaceAll("`[^`]*`", "");
        return LINK.matcher(prose)
                .results()
                .map((MatchResult link) -> link.group(1))
                .filter(target -> !target.contains(":"))
                .toList();
    }
}
