package io.satisflow.local.cli.option;

import io.satisflow.config.ConfigException;
import io.satisflow.config.ConfigProblem;
import java.nio.file.Path;
import java.util.List;

/** What is wrong in settings, as a user reads it: a line each, files named as one would type them. */
public final class ProblemText {
    private ProblemText() {}

    public static List<String> lines(ConfigException problems) {
        return problems.problems().stream().map(ProblemText::line).toList();
    }

    private static String line(ConfigProblem problem) {
        ConfigProblem typed = new ConfigProblem(
                typed(problem.file()), problem.line(), problem.column(), problem.key(), problem.message());
        // Words of the file stand in it, and must not look like a line of ours.
        return typed.toString().replaceAll("\\R", " ");
    }

    /** A file as the user would type it: relative to where they stand, when it lies below. */
    public static String typed(String file) {
        Path here = Path.of("").toAbsolutePath();
        Path path = Path.of(file);
        return path.isAbsolute() && path.normalize().startsWith(here)
                ? here.relativize(path.normalize()).toString()
                : file;
    }
}
