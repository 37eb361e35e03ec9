package io.satisflow.local.cli.data;

import io.satisflow.customer.CustomerKeys;
import io.satisflow.local.cli.option.LogFile;
import io.satisflow.local.cli.option.SettingsChoice;
import io.satisflow.local.cli.option.UsageException;
import io.satisflow.local.erasure.Erasure;
import io.satisflow.settings.Settings;
import io.satisflow.settings.SettingsFile;
import io.satisflow.warehouse.postgres.PostgresAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code erase}: a customer who wants to be forgotten. */
@Command(
        mixinStandardHelpOptions = true,
        name = "erase",
        header = "Takes one customer out of tables and files, and says what topics hold of them until when.",
        description = {
            "What they said is deleted; tickets and promises keep their times and counts, and lose subject and customer. Records of",
            "a topic cannot be taken out: the record that is printed, and kept in DIR/erasures, says when retention takes them. The engine",
            "is told, and lets go of the tickets and complaints that it keeps by customer; what was counted stays counted.",
            "It needs the secret that made the keys, in SATISFLOW_CUSTOMER_KEY, unless --key is given."
        },
        footer = {
            "",
            "Examples:",
            "  ./satisflow erase --customer mei@example.com --dir live --postgres postgresql://satisflow@127.0.0.1/support",
            "  ./satisflow erase --customer 4711 --channel app --dir out --parquet tables"
        })
public final class EraseCommand implements Callable<Integer> {
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{32}");

    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsChoice config;

    @Option(
            names = "--customer",
            paramLabel = "WHO",
            description = "as the source names them: an e-mail address or an id")
    private @Nullable String customer;

    @Option(
            names = "--channel",
            paramLabel = "CHANNEL",
            description = "whose id it is; an e-mail address is the same person everywhere")
    private @Nullable String channel;

    @Option(names = "--key", paramLabel = "KEY", description = "or the customer_key that stands in the tables")
    private @Nullable String key;

    @Option(names = "--dir", required = true, paramLabel = "DIR", description = "of a finished replay, or of a run")
    private Path directory;

    @Option(
            names = "--postgres",
            paramLabel = "URL",
            description = "tables to erase them from (default: warehouse.postgres in the settings)")
    private @Nullable String postgres;

    @Option(
            names = "--parquet",
            paramLabel = "DIR",
            description = "files to erase them from (default: warehouse.parquet in the settings)")
    private @Nullable Path parquet;

    @Option(
            names = "--iceberg",
            paramLabel = "DIR",
            description = "Iceberg tables to erase them from (default: warehouse.iceberg in the settings)")
    private @Nullable Path iceberg;

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new UsageException("--dir %s: there is no such directory".formatted(directory));
        }
        String customerKey = customerKey();
        LogFile.in(directory.resolve("warehouse"));
        Settings settings = SettingsFile.read(config.existing(), Optional.empty());
        Optional<Path> files = Optional.ofNullable(parquet)
                .or(() -> Optional.ofNullable(settings.warehouse().parquet()).map(Path::of));
        Optional<Path> lake = Optional.ofNullable(iceberg)
                .or(() -> Optional.ofNullable(settings.warehouse().iceberg()).map(Path::of));
        spec.commandLine()
                .getOut()
                .println(Erasure.run(
                        new Erasure.Place(directory, settings.topics().prefix(), address(settings), files, lake),
                        customerKey,
                        Instant.now()));
        return 0;
    }

    private Optional<PostgresAddress> address(Settings settings) {
        try {
            return Optional.ofNullable(postgres)
                    .or(() -> Optional.ofNullable(settings.warehouse().postgres()))
                    .map(PostgresAddress::of);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--postgres: " + e.getMessage());
        }
    }

    private String customerKey() {
        if ((customer == null) == (key == null)) {
            throw new UsageException("Who is to be erased? Give --customer WHO or --key KEY");
        }
        if (key != null) {
            if (!KEY.matcher(key).matches()) {
                throw new UsageException(
                        "--key %s: expected 32 hexadecimal digits, as customer_key in the tables".formatted(key));
            }
            return key;
        }
        String who = String.valueOf(customer);
        if (channel == null && who.indexOf('@') < 1) {
            throw new UsageException("--customer: an id is one channel's own; say which with --channel");
        }
        CustomerKeys keys;
        try {
            keys = CustomerKeys.of(System::getenv);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
        return keys.keyOf(channel == null ? "" : channel, who)
                .orElseThrow(() -> new UsageException(
                        "%s is not set: without the secret that made the keys nobody can be found; set it, or give --key"
                                .formatted(CustomerKeys.VARIABLE)));
    }
}
