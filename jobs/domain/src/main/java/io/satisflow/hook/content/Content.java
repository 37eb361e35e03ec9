package io.satisflow.hook.content;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A message in words, plain and safe, yet without a tool's escapes.
 *
 * @param message what it is about, for tools that want facts
 * @param notes lines about the message itself, such as that more was left out
 */
public record Content(Message message, Tone tone, String headline, List<Paragraph> paragraphs, List<String> notes) {
    public Content {
        paragraphs = List.copyOf(paragraphs);
        notes = List.copyOf(notes);
    }

    /** All of it but links, a line each. */
    public String text() {
        return Stream.of(
                        Stream.of(headline),
                        paragraphs.stream().map(Paragraph::text).filter(text -> !text.isEmpty()),
                        notes.stream())
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    public List<NamedLink> links() {
        return paragraphs.stream()
                .flatMap(paragraph -> paragraph.links().stream())
                .distinct()
                .toList();
    }
}
