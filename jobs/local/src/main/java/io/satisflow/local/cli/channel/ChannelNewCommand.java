package io.satisflow.local.cli.channel;

import io.satisflow.alerts.receiver.Language;
import io.satisflow.channel.draft.MappingDraft;
import io.satisflow.channel.record.FileFormat;
import io.satisflow.local.cli.option.FileOptions;
import io.satisflow.local.cli.option.Installation;
import io.satisflow.local.cli.option.LanguageOption;
import io.satisflow.local.cli.option.UsageException;
import io.satisflow.local.replay.sample.FoundFormat;
import io.satisflow.local.replay.sample.SampledFile;
import io.satisflow.local.speech.Sentences;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code channel new}: a first mapping for an export nobody has mapped yet. */
@Command(
        mixinStandardHelpOptions = true,
        name = "new",
        header = "Drafts a mapping from a payload or an export.",
        description = {
            "Looks at the records of a file, and writes a mapping with a comment on each line: which field looks like the id,",
            "the time, the text and the ratings, and why. It is a guess: read it, correct it, then try it."
        },
        footer = {"", "Example:", "  ./satisflow channel new --from export.csv > my/channel.yaml"})
final class ChannelNewCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--from",
            required = true,
            paramLabel = "FILE",
            description = "a payload or an export: .json, .jsonl, .csv, .tsv or .xlsx, packed (.gz) or not")
    private Path from;

    @Option(names = "--channel", paramLabel = "NAME", description = "what to call it (default: after the file)")
    private @Nullable String channel;

    @Mixin
    private FileOptions fileOptions;

    @Mixin
    private LanguageOption.OfOutput language;

    @Override
    public Integer call() throws IOException {
        SampledFile sample = SampledFile.of(Installation.existing(from, "--from"), fileOptions.over(FileFormat.FOUND));
        MappingDraft draft = new MappingDraft();
        draft.writtenAs(FoundFormat.yaml(sample.format()));
        sample.records().subList(0, sample.headers()).forEach(draft::addHeader);
        sample.records().subList(sample.headers(), sample.records().size()).forEach(draft::add);
        if (draft.isEmpty()) {
            throw new UsageException("--from %s: no record can be read in it".formatted(from));
        }
        fileOptions.zone().ifPresent(zone -> draft.zoned(zone.getId()));
        sample.forEachFurther(from, draft::addFurther);
        UnaryOperator<String> inWords =
                language.language() == Language.CHINESE ? Sentences.formsInChinese() : UnaryOperator.identity();
        spec.commandLine().getOut().print(draft.toYaml(name(), String.valueOf(from.getFileName()), inWords));
        spec.commandLine().getOut().flush();
        return ExitCode.OK;
    }

    private String name() {
        String text = channel == null ? String.valueOf(from.getFileName()).replaceAll("\\..*", "") : channel;
        String name =
                text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]+", "_").replaceAll("^[_-]+", "");
        return name.isEmpty() ? "mine" : name;
    }
}
