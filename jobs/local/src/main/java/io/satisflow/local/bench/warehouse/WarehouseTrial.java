package io.satisflow.local.bench.warehouse;

import io.satisflow.local.bench.OwnProcess;
import io.satisflow.local.bench.replay.ReviewFile;
import io.satisflow.local.tables.ResultTables;
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

/** The warehouse command, killed and beside a plain copy; each run is a process of its own. */
public final class WarehouseTrial {
    private static final int LATEST_KILL_MILLIS = 4_000;

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
     * @param twice rows that stood in two files
     * @param differing tables that are not as they are offline
     */
    public record Kills(int killed, long rows, long twice, List<String> differing) {}

    /** @param each is told how many kills there were so far */
    public Kills kill(int kills, Path mapping, Path events, Consumer<Integer> each)
            throws IOException, InterruptedException, SQLException {
        Path replay = replay("desk", mapping, events);
        Path tables = directory.resolve("desk-tables");
        List<String> arguments = new ArrayList<>(arguments(replay, tables, "200ms"));
        Random random = new Random(seed);
        int killed = 0;
        for (int kill = 1; kill <= kills; kill++) {
            boolean wasKilled =
                    WarehouseProcess.runAndKill(Duration.ofMillis(random.nextInt(LATEST_KILL_MILLIS)), arguments);
            killed += wasKilled ? 1 : 0;
            each.accept(kill);
        }
        runWarehouse(arguments);
        return compare(killed, replay, tables);
    }

    private Kills compare(int killed, Path replay, Path tables) throws IOException {
        List<String> differing = new ArrayList<>();
        long rows = 0;
        try (ResultTables offline = ResultTables.open(replay.resolve("topics"), ZoneId.of("UTC"));
                ResultTables files = ResultTables.ofParquet(tables, ZoneId.of("UTC"))) {
            for (Table table : Tables.ALL) {
                List<String> expected = TableAnswers.ofDuckDb(offline, table);
                rows += expected.size();
                if (!TableAnswers.ofDuckDb(files, table).equals(expected)) {
                    differing.add(table.name());
                }
            }
        }
        String told = Files.readString(said());
        long twice = Long.parseLong(told.replaceAll("(?s).*; (\\d+) rows stood twice.*", "$1"));
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

    /** The warehouse and the plain copy over the same topics, with the same time between checkpoints. */
    public List<Copy> sideBySide(int reviews, Path mapping, Duration every)
            throws IOException, InterruptedException, SQLException {
        Path file = ReviewFile.write(directory, ReviewFile.rows(reviews, seed), ReviewFile.Order.ORDERED, seed);
        Path replay = replay("reviews", mapping, file);
        Path tables = directory.resolve("tables");
        OwnProcess.Cost warehouse = runWarehouse(arguments(replay, tables, every.toMillis() + "ms"));
        String told = Files.readString(said());
        long before = Long.parseLong(told.replaceAll("(?s).* (\\d+) before they were compacted.*", "$1"));
        Path plain = directory.resolve("plain");
        List<String> command = new ArrayList<>(OwnProcess.command(PlainCopy.class.getName()));
        command.addAll(List.of(replay.toString(), "satisflow", plain.toString(), String.valueOf(every.toMillis())));
        OwnProcess.Cost copy = OwnProcess.runToTheEnd(command, said());
        long files = new ParquetTables(plain).files();
        return List.of(
                new Copy(
                        "warehouse job",
                        warehouse.seconds(),
                        warehouse.cpuSeconds(),
                        rows(tables),
                        before,
                        new ParquetTables(tables).files()),
                new Copy("plain copy", copy.seconds(), copy.cpuSeconds(), rows(plain), files, files));
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

    private List<String> arguments(Path replay, Path tables, String every) {
        return List.of(
                "warehouse",
                "--config",
                settings.toString(),
                "--dir",
                replay.toString(),
                "--parquet",
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
