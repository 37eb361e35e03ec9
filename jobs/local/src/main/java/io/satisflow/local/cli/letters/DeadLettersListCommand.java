package io.satisflow.local.cli.letters;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.local.letters.RefusedRecord;
import io.satisflow.local.topics.WireJson;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code dead-letters list}: a JSON line each. */
@Command(
        mixinStandardHelpOptions = true,
        name = "list",
        header = "What was refused, a JSON line each, with its place.",
        footer = {"", "Example:", "  ./satisflow dead-letters list --dir live --reason bad_time"})
final class DeadLettersListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private LetterOptions options;

    @Override
    public Integer call() throws IOException {
        options.chosen(options.read(options.settings()))
                .forEach(each -> spec.commandLine().getOut().println(json(each)));
        return 0;
    }

    static ObjectNode json(RefusedRecord refused) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("place", refused.place());
        json.setAll(WireJson.object(refused.letter()));
        return json.put("whole", refused.whole()).put("retried", refused.retried());
    }
}
