package io.satisflow.local.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DocumentLinksTest {
    private static final Pattern LINK = Pattern.compile("!?\\[[^\\]]*]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("#{1,6}\\s+(.+?)\\s*#*");

    @Test
    void every_link_leads_to_a_file_and_a_heading_that_are_there() {
        List<String> broken = new ArrayList<>();
        for (Path file : Documents.all()) {
            String prose = String.join("\n", Documents.prose(file)).replaceAll("`[^`]*`", "");
            Matcher links = LINK.matcher(prose);
            while (links.find()) {
                String target = links.group(1);
                if (!target.contains("://") && !target.startsWith("mailto:") && !leadsSomewhere(file, target)) {
                    broken.add("%s: %s".formatted(Documents.ROOT.relativize(file), target));
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void every_page_of_the_documentation_can_be_reached_from_the_readme_or_from_another_page() {
        String all = String.join(
                "\n",
                Documents.all().stream()
                        .map(file -> String.join("\n", Documents.lines(file)))
                        .toList());
        assertThat(Documents.all())
                .filteredOn(file -> file.startsWith(Documents.ROOT.resolve("docs")))
                .allSatisfy(file -> assertThat(all).contains(file.getFileName().toString()));
    }

    private static boolean leadsSomewhere(Path from, String target) {
        String[] parts = target.split("#", 2);
        Path file = parts[0].isEmpty() ? from : from.resolveSibling(parts[0]).normalize();
        if (!Files.exists(file)) {
            return false;
        }
        return parts.length == 1 || anchors(file).contains(parts[1]);
    }

    private static List<String> anchors(Path file) {
        return Documents.prose(file).stream()
                .map(HEADING::matcher)
                .filter(Matcher::matches)
                .map(heading -> anchor(heading.group(1)))
                .toList();
    }

    /** As those who show Markdown make them. */
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}\\s_-]", "")
                .replaceAll("\\s", "-");
    }
}
