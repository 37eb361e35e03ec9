package io.satisflow.local.warehouse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.satisflow.warehouse.parquet.ParquetErasures;
import io.satisflow.warehouse.parquet.ParquetTables;
import io.satisflow.warehouse.table.Table;
import io.satisflow.warehouse.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder of tables, which remembers what directory they are of, so that those of two are never mixed. */
final class ParquetFolder {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String REMEMBERED = "warehouse.json";
    private static final String OF = "of";
    private static final String VIEWS = "views.sql";

    private final Path folder;
    private final Path source;

    ParquetFolder(Path folder, Path source) {
        this.folder = folder.toAbsolutePath().normalize();
        this.source = source.toAbsolutePath().normalize();
    }

    /**
     * @param goesOn whether a job goes on that has written here; otherwise tables that are there are made anew
     * @throws WarehouseException when it holds something else
     */
    void prepare(boolean goesOn) throws IOException {
        Path remembered = folder.resolve(REMEMBERED);
        if (Files.exists(remembered)) {
            String of = MAPPER.readTree(remembered.toFile()).path(OF).asText();
            if (!of.equals(source.toString())) {
                throw new WarehouseException(
                        "--parquet %s holds the tables of %s; choose another folder for those of %s"
                                .formatted(folder, of, source));
            }
            if (!goesOn) {
                deleteTables();
            }
            return;
        }
        if (new ParquetTables(folder).files() > 0) {
            throw new WarehouseException(
                    "--parquet %s holds Parquet files that are not of this warehouse; choose another folder"
                            .formatted(folder));
        }
        Files.createDirectories(folder);
        JsonNode told = MAPPER.createObjectNode().put(OF, source.toString());
        MAPPER.writeValue(remembered.toFile(), told);
    }

    private void deleteTables() throws IOException {
        for (Table table : Tables.ALL) {
            Path place = folder.resolve(table.name());
            if (Files.isDirectory(place)) {
                try (Stream<Path> files = Files.walk(place)) {
                    for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(path);
                    }
                }
            }
        }
    }

    /** @return in a sentence, what became of the files */
    String compact() throws IOException {
        ParquetTables tables = new ParquetTables(folder);
        ParquetTables.Compaction done;
        long erased;
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:")) {
            done = tables.compact(database);
            erased = new ParquetErasures(folder).eraseAgain();
        } catch (SQLException e) {
            throw new WarehouseException(
                    "The files in %s cannot be compacted: %s".formatted(folder, e.getMessage()), e);
        }
        Files.writeString(folder.resolve(VIEWS), tables.views());
        return "%s: %d files, %d before they were compacted; %d rows stood twice%s"
                .formatted(
                        folder,
                        done.files(),
                        done.filesBefore(),
                        done.twice(),
                        erased == 0 ? "" : "; %d files still held customers who were erased".formatted(erased));
    }
}
