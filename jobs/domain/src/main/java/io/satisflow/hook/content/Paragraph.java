package io.satisflow.hook.content;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is said of one alert, plain and safe, yet without a tool's escapes.
 *
 * @param head one line; empty when the message's headline says it
 */
public record Paragraph(Tone tone, String head, List<String> lines, List<NamedLink> links) {
    public Paragraph {
        lines = List.copyOf(lines);
        links = List.copyOf(links);
    }

    public String text() {
        return Stream.concat(head.isEmpty() ? Stream.of() : Stream.of(head), lines.stream())
                .collect(Collectors.joining("\n"));
    }
}
