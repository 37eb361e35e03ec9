package io.satisflow.local.cli.text;

import io.satisflow.channel.ChannelMappingFile;
import io.satisflow.config.ConfigFile;
import io.satisflow.local.cli.option.Installation;
import io.satisflow.local.cli.option.UsageException;
import io.satisflow.privacy.Redaction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code redact}: what intake would take out of a text. */
@Command(
        name = "redact",
        mixinStandardHelpOptions = true,
        header = "Takes personal data out of texts, as intake does.",
        description = {
            "Takes personal data out of texts as intake does: one text a line in, the same line out with a mark such as",
            "<phone> in place of each. Nothing is written anywhere else. How many lines changed is said on standard error."
        },
        footer = {
            "",
            "Examples:",
            "  echo 'Call me: 212-555-0147' | ./satisflow redact",
            "  ./satisflow redact --channel reviews texts.txt > redacted.txt"
        })
public final class RedactCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--channel",
            paramLabel = "PRESET|MAPPING.yaml",
            description = "as `redaction` of this channel says (default: all kinds, numbers as in the usual regions)")
    private @Nullable String channel;

    @Option(
            names = "--values",
            description = "as in tags, teams and attributes: nothing is taken for a name or an address")
    private boolean values;

    @Mixin
    private TextInput input;

    @Override
    public Integer call() throws IOException {
        Redaction redaction = redaction();
        LongAdder texts = new LongAdder();
        LongAdder changed = new LongAdder();
        input.answerEach(spec.commandLine().getOut(), text -> {
            String redacted = redaction.redact(text);
            texts.increment();
            if (!redacted.equals(text)) {
                changed.increment();
            }
            return redacted;
        });
        spec.commandLine().getErr().printf("%,d of %,d texts held personal data%n", changed.sum(), texts.sum());
        return 0;
    }

    private Redaction redaction() {
        if (channel == null) {
            return values ? Redaction.OF_VALUES : Redaction.OF_TEXTS;
        }
        if (values) {
            throw new UsageException("--values: what a channel says of redaction is about texts; leave --channel out");
        }
        Path mapping = Installation.channel(channel, Installation.defaultConfig());
        return ChannelMappingFile.read(ConfigFile.read(mapping)).profile().redaction();
    }
}
