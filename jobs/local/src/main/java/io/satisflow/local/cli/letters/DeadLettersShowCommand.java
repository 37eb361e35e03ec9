package io.satisflow.local.cli.letters;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.local.cli.option.UsageException;
import io.satisflow.local.letters.RawRecords;
import io.satisflow.local.letters.RefusedRecord;
import io.satisflow.local.terminal.VisibleText;
import io.satisflow.privacy.Redaction;
import io.satisflow.settings.Settings;
import io.satisflow.text.WellFormedText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dead-letters show}: one of them, with the record that was refused. */
@Command(
        mixinStandardHelpOptions = true,
        name = "show",
        header = "One dead letter, with the record that was refused, without personal data.")
final class DeadLettersShowCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private LetterOptions options;

    @Parameters(paramLabel = "PLACE", description = "as list names it, such as satisflow.raw.reviews.v1-0-17")
    private String place;

    @Override
    public Integer call() throws IOException {
        Settings settings = options.settings();
        RefusedRecord refused = options.read(settings)
                .at(place)
                .orElseThrow(() -> new UsageException(
                        "%s: there is no dead letter of that place; see dead-letters list".formatted(place)));
        ObjectNode json = DeadLettersListCommand.json(refused);
        try (RawRecords raw = new RawRecords(options.kafka(settings))) {
            raw.payload(refused.letter())
                    .ifPresentOrElse(payload -> json.put("record", shown(payload)), () -> json.putNull("record"));
        }
        spec.commandLine().getOut().println(json.toPrettyString());
        return 0;
    }

    private static String shown(byte[] payload) {
        return VisibleText.of(
                Redaction.OF_TEXTS.redact(WellFormedText.of(new String(payload, StandardCharsets.UTF_8))));
    }
}
