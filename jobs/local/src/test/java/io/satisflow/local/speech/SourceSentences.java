package io.satisflow.local.speech;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The sentences that stand in sources, as the compiler sees them: texts that are added together are one. */
final class SourceSentences extends TreeScanner<Void, Void> {
    /** Three words, the first of which may be a value: less is a name or a unit. */
    private static final Pattern SENTENCE =
            Pattern.compile(".*\\p{L}{2,}[,;:.]? [^ ]*[\\p{L}%][^ ]* .*\\p{L}.*", Pattern.DOTALL);

    private final Set<String> found = new LinkedHashSet<>();

    private SourceSentences() {}

    /** @param folders with sources; {@code left} names files, from the root on, that are not asked */
    static Set<String> in(Path root, List<Path> folders, Pattern left) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        SourceSentences sentences = new SourceSentences();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<Path> sources = new ArrayList<>();
            for (Path folder : folders) {
                try (Stream<Path> all = Files.walk(folder)) {
                    all.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> !left.matcher(root.relativize(file).toString())
                                    .find())
                            .forEach(sources::add);
                }
            }
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources));
            for (CompilationUnitTree unit : task.parse()) {
                sentences.scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sentences.found;
    }

    static boolean isSentence(String text) {
        return SENTENCE.matcher(text).matches();
    }

    @Override
    public Void visitLiteral(LiteralTree literal, Void nothing) {
        if (literal.getValue() instanceof String text) {
            add(text);
        }
        return null;
    }

    @Override
    public Void visitBinary(BinaryTree sum, Void nothing) {
        if (sum.getKind() != Tree.Kind.PLUS) {
            return super.visitBinary(sum, null);
        }
        List<Tree> parts = new ArrayList<>();
        flatten(sum, parts);
        StringBuilder text = new StringBuilder();
        boolean holdsText = false;
        for (Tree part : parts) {
            if (part instanceof LiteralTree literal && literal.getValue() instanceof String words) {
                text.append(words);
                holdsText = true;
            } else {
                text.append("%s");
                scan(part, null);
            }
        }
        if (holdsText) {
            add(text.toString());
        }
        return null;
    }

    private static void flatten(Tree tree, List<Tree> parts) {
        if (tree instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
            flatten(sum.getLeftOperand(), parts);
            flatten(sum.getRightOperand(), parts);
        } else if (tree instanceof ParenthesizedTree inner
                && !(inner.getExpression() instanceof ConditionalExpressionTree)) {
            flatten(inner.getExpression(), parts);
        } else {
            parts.add(tree);
        }
    }

    /** Help texts have a catalogue of their own. */
    @Override
    public Void visitAnnotation(AnnotationTree annotation, Void nothing) {
        return null;
    }

    /** Logs are for us, and so are faults of ours. */
    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
        String method = call.getMethodSelect().toString();
        return method.matches("(LOG\\.|LoggerFactory).*|Pattern\\.compile|Objects\\.requireNonNull")
                ? null
                : super.visitMethodInvocation(call, null);
    }

    @Override
    public Void visitNewClass(NewClassTree made, Void nothing) {
        String name = made.getIdentifier().toString();
        return name.matches("AssertionError|UnsupportedOperationException") ? null : super.visitNewClass(made, null);
    }

    private void add(String text) {
        Arrays.stream(text.split("%n|\n"))
                .map(String::strip)
                .filter(SourceSentences::isSentence)
                .forEach(found::add);
    }
}
