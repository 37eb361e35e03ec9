package io.satisflow.hook.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.hook.content.MessageAlert;
import io.satisflow.hook.content.SafeText;
import java.util.stream.Collectors;

/** The annotations of an alert for programs: as they are but for what no terminal or log should see. */
final class PlainAnnotations {
    private static final int LINE = 2000;

    private PlainAnnotations() {}

    static ObjectNode of(MessageAlert alert) {
        ObjectNode annotations = Json.object();
        alert.annotations().forEach((name, value) -> annotations.put(SafeText.line(name, 200), lines(value)));
        return annotations;
    }

    static String lines(String text) {
        return text.lines().map(line -> SafeText.line(line, LINE)).collect(Collectors.joining("\n"));
    }
}
