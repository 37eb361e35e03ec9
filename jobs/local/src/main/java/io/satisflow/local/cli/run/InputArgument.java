package io.satisflow.local.cli.run;

import io.satisflow.local.cli.option.UsageException;
import io.satisflow.local.live.input.LiveInput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** {@code --input CHANNEL=FILE}, or {@code CHANNEL=-} for standard input. */
final class InputArgument {
    private static final String STANDARD_INPUT = "-";

    private InputArgument() {}

    static LiveInput parse(String argument) {
        int equals = argument.indexOf('=');
        if (equals < 1 || equals == argument.length() - 1) {
            throw new UsageException(
                    "--input %s: write CHANNEL=FILE, or CHANNEL=- for standard input".formatted(argument));
        }
        String place = argument.substring(equals + 1);
        return new LiveInput(
                argument.substring(0, equals),
                place.equals(STANDARD_INPUT) ? Optional.empty() : Optional.of(readable(argument, Path.of(place))));
    }

    /** A file may appear later, but what is there must be of use. */
    private static Path readable(String argument, Path file) {
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(".csv")) {
            throw new UsageException("--input %s: a live input holds one JSON object a line; read a CSV with replay"
                    .formatted(argument));
        }
        if (Files.isDirectory(file)) {
            throw new UsageException("--input %s: this is a folder; name a file in it".formatted(argument));
        }
        if (Files.exists(file) && !Files.isReadable(file)) {
            throw new UsageException("--input %s: this file cannot be read; check its permissions".formatted(argument));
        }
        return file;
    }

    /** A line can be read once only: two readers of standard input would share it, two of a file double it. */
    static void requireDistinct(List<LiveInput> inputs) {
        Set<Optional<Path>> seen = new HashSet<>();
        for (LiveInput input : inputs) {
            if (!seen.add(input.file())) {
                throw new UsageException("--input: %s is named twice; each input is for one channel"
                        .formatted(input.file().map(Path::toString).orElse("standard input")));
            }
        }
    }

    static void requireKnown(LiveInput input, List<String> channels, Path config) {
        if (!channels.contains(input.channel())) {
            throw new UsageException("--input %s=...: %s has no channel of that name; it has %s"
                    .formatted(input.channel(), config, String.join(", ", channels)));
        }
    }
}
