package io.satisflow.local.cli.text;

import io.satisflow.local.cli.option.Installation;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Parameters;

/** Texts of a file or of standard input, one a line. */
final class TextInput {
    private static final String STANDARD_INPUT = "-";

    @Parameters(
            index = "0",
            arity = "0..1",
            defaultValue = STANDARD_INPUT,
            paramLabel = "FILE|-",
            description = "UTF-8, one text a line (default: -, standard input)")
    private String file;

    /** Writes a line for each text, in their order. */
    void answerEach(Writer answers, UnaryOperator<String> answer) throws IOException {
        Writer out = new BufferedWriter(answers);
        try (InputStream in = open()) {
            TextLines lines = new TextLines(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
            for (String text = lines.next(); text != null; text = lines.next()) {
                out.write(answer.apply(text));
                out.write('\n');
                if (!lines.isReady()) {
                    // Whoever sends text by text gets answer by answer.
                    out.flush();
                }
            }
        }
        out.flush();
    }

    private InputStream open() throws IOException {
        return file.equals(STANDARD_INPUT)
                ? System.in
                : Files.newInputStream(Installation.existing(Path.of(file), "FILE"));
    }
}
