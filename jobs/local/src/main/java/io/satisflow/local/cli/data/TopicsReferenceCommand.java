package io.satisflow.local.cli.data;

import io.satisflow.local.reference.TopicReference;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code topics reference}: the page docs/topics.md, made of the schemas. */
@Command(
        mixinStandardHelpOptions = true,
        name = "reference",
        header = "The contract for readers of the topics, as Markdown: what docs/topics.md holds.",
        footer = {"", "Example:", "  ./satisflow topics reference > docs/topics.md"})
final class TopicsReferenceCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(TopicReference.page());
        spec.commandLine().getOut().flush();
        return 0;
    }
}
