package io.satisflow.local.bench.warehouse;

import io.satisflow.local.bench.OwnProcess;
import io.satisflow.local.bench.replay.ReviewFile;
import io.satisflow.local.tables.ResultTables;
import io.satisflow.warehouse.iceberg.IcebergTables;
import io.satisflow.warehouse.parquet.ParquetTables;
import io.satisflow.warehouse.table.Table;
import io.satisflow.warehouse.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The warehouse command, killed and beside a plain copy; each run is a process of its own. */
public final class WarehouseTrial {
    private static final int LATEST_KILL_MILLIS = 4_000;
    private static final Pattern TWICE = Pattern.compile("; (\\d+) rows stood twice");
    private static final Pattern BEFORE = Pattern.compile(": (\\d+) files, (\\d+) before they were compacted");

    private final Path directory;
    private final Path settings;
    private final long seed;

    /**
     * @param directory a fresh one
     * @param settings of the replays
     */
    public WarehouseTrial(Path directory, Path settings, long seed) {
        this.directory = directory;
        this.settings = settings;
        this.seed = seed;
    }

    /**
     * What came of the kills.
     *
     * @param killed of how many it was not done before
     * @param rows in all tables
     * @param twice rows that stood in two files, of Parquet and of Iceberg
     * @param differing tables that are not as they are offline, and where
     */
    public record Kills(int killed, long rows, long twice, List<String> differing) {}

    /** @param each is told how many kills there were so far */
    public Kills kill(int kills, Path mapping, Path events, Consumer<Integer> each)
            throws IOException, InterruptedException, SQLException {
        Path replay = replay("desk", mapping, events);
        Path tables = directory.resolve("desk-tables");
        Path lake = directory.resolve("desk-lake");
        List<String> arguments = new ArrayList<>(arguments(replay, "--parquet", tables, "200ms"));
        arguments.addAll(List.of("--iceberg", lake.toString()));
        Random random = new Random(seed);
        int killed = 0;
        for (int kill = 1; kill <= kills; kill++) {
            boolean wasKilled =
                    WarehouseProcess.runAndKill(Duration.ofMillis(random.nextInt(LATEST_KILL_MILLIS)), arguments);
            killed += wasKilled ? 1 : 0;
            each.accept(kill);
        }
        runWarehouse(arguments);
        return compare(killed, replay, tables, lake);
    }

    private Kills compare(int killed, Path replay, Path tables, Path lake) throws IOException {
        List<String> differing = new ArrayList<>();
        long rows = 0;
        try (ResultTables offline = ResultTables.open(replay.resolve("topics"), ZoneId.of("UTC"));
                ResultTables files = ResultTables.ofParquet(tables, ZoneId.of("UTC"));
                ResultTables iceberg = ResultTables.ofIceberg(lake, ZoneId.of("UTC"))) {
            for (Table table : Tables.ALL) {
                List<String> expected = TableAnswers.ofDuckDb(offline, table);
                rows += expected.size();
                if (!TableAnswers.ofDuckDb(files, table).equals(expected)) {
                    differing.add(table.name() + " in Parquet");
                }
                if (!TableAnswers.ofDuckDb(iceberg, table).equals(expected)) {
                    differing.add(table.name() + " in Iceberg");
                }
            }
        }
        long twice = TWICE.matcher(Files.readString(said()))
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
        return new Kills(killed, rows, twice, differing);
    }

    /**
     * What a copy came to.
     *
     * @param rows that it wrote
     * @param files before they were compacted
     * @param compacted files afterwards; as before for a copy that compacts nothing
     */
    public record Copy(String name, double seconds, double cpuSeconds, long rows, long files, long compacted) {}

    /** The warehouse into Parquet, into Iceberg, and the plain copy, over the same topics, with the same time between checkpoints. */
    public List<Copy> sideBySide(int reviews, Path mapping, Duration every)
            throws IOException, InterruptedException, SQLException {
        Path file = ReviewFile.write(directory, ReviewFile.rows(reviews, seed), ReviewFile.Order.ORDERED, seed);
        Path replay = replay("reviews", mapping, file);
        String interval = every.toMillis() + "ms";
        Path tables = directory.resolve("tables");
        OwnProcess.Cost cost = runWarehouse(arguments(replay, "--parquet", tables, interval));
        Copy parquet = copy("to Parquet", cost, rows(tables));
        Path lake = directory.resolve("lake");
        cost = runWarehouse(arguments(replay, "--iceberg", lake, interval));
        Copy iceberg;
        try (IcebergTables kept = IcebergTables.open(lake)) {
            iceberg = copy("to Iceberg", cost, kept.rows());
        }
        Path plain = directory.resolve("plain");
        List<String> command = new ArrayList<>(OwnProcess.command(PlainCopy.class.getName()));
        command.addAll(List.of(replay.toString(), "satisflow", plain.toString(), String.valueOf(every.toMillis())));
        OwnProcess.Cost copy = OwnProcess.runToTheEnd(command, said());
        long files = new ParquetTables(plain).files();
        return List.of(
                parquet, iceberg, new Copy("plain copy", copy.seconds(), copy.cpuSeconds(), rows(plain), files, files));
    }

    private Copy copy(String name, OwnProcess.Cost cost, long rows) throws IOException {
        Matcher told = BEFORE.matcher(Files.readString(said()));
        if (!told.find()) {
            throw new IOException("The warehouse did not say how many files there are: " + Files.readString(said()));
        }
        return new Copy(
                name,
                cost.seconds(),
                cost.cpuSeconds(),
                rows,
                Long.parseLong(told.group(2)),
                Long.parseLong(told.group(1)));
    }

    /** All that stand in the files of a folder, every version of them. */
    private static long rows(Path folder) throws SQLException {
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = database.createStatement();
                ResultSet count =
                        statement.executeQuery("SELECT sum(num_rows) FROM parquet_file_metadata('%s/*/*/*.parquet')"
                                .formatted(folder.toString().replace("'", "''")))) {
            count.next();
            return count.getLong(1);
        }
    }

    private Path replay(String name, Path mapping, Path file) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        Path out = directory.resolve(name);
        List<String> command = new ArrayList<>(OwnProcess.command());
        command.addAll(List.of(
                "replay",
                "--channel",
                mapping.toString(),
                "--file",
                file.toString(),
                "--config",
                settings.toString(),
                "--dir",
                out.toString()));
        OwnProcess.runToTheEnd(command, said());
        return out;
    }

    private List<String> arguments(Path replay, String option, Path tables, String every) {
        return List.of(
                "warehouse",
                "--config",
                settings.toString(),
                "--dir",
                replay.toString(),
                option,
                tables.toString(),
                "--zone",
                "UTC",
                "--every",
                every);
    }

    private OwnProcess.Cost runWarehouse(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(OwnProcess.command());
        command.addAll(arguments);
        return OwnProcess.runToTheEnd(command, said());
    }

    private Path said() {
        return directory.resolve("said.txt");
    }
}
