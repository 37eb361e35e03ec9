package io.satisflow.warehouse.iceberg;

import io.satisflow.warehouse.parquet.DuckDbSql;
import io.satisflow.warehouse.parquet.TableFiles;
import io.satisflow.warehouse.table.Table;
import io.satisflow.warehouse.table.TableRow;
import io.satisflow.warehouse.table.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.ExpireSnapshots;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.PartitionData;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.RewriteFiles;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.StructLike;
import org.apache.iceberg.exceptions.ValidationException;
import org.apache.iceberg.io.CloseableIterable;

/** The Iceberg tables in a folder: read as they stand, compacted, and freed of customers who were erased. */
public final class IcebergTables implements TableFiles, AutoCloseable {
    private final IcebergCatalog catalog;

    private IcebergTables(IcebergCatalog catalog) {
        this.catalog = catalog;
    }

    public static IcebergTables open(Path folder) throws IOException {
        return new IcebergTables(IcebergCatalog.open(folder));
    }

    /** Makes the tables that are not there, and adds the columns that they do not have yet. */
    public static void prepare(String folder) {
        try (IcebergCatalog catalog = IcebergCatalog.open(Path.of(folder))) {
            Tables.ALL.forEach(catalog::ensure);
        } catch (IOException e) {
            throw new UncheckedIOException("The Iceberg tables in %s cannot be made".formatted(folder), e);
        }
    }

    /** A view for each table, in DuckDB's SQL, over the files of its snapshot as it is now. */
    public String views() {
        return Tables.ALL.stream()
                .map(table -> DuckDbSql.latest(table, DuckDbSql.list(files(table))))
                .collect(Collectors.joining());
    }

    @Override
    public List<Path> files(Table table) {
        return paths(catalog.find(table).map(IcebergTables::dataFiles).orElse(List.of()));
    }

    private static List<Path> paths(List<DataFile> files) {
        return files.stream().map(file -> Path.of(file.location())).sorted().toList();
    }

    public long files() {
        return Tables.ALL.stream().mapToLong(table -> files(table).size()).sum();
    }

    /** In all tables, every version of them. */
    public long rows() {
        return Tables.ALL.stream()
                .flatMap(table -> catalog.find(table).map(IcebergTables::dataFiles).orElse(List.of()).stream())
                .mapToLong(DataFile::recordCount)
                .sum();
    }

    static List<DataFile> dataFiles(org.apache.iceberg.Table table) {
        table.refresh();
        List<DataFile> files = new ArrayList<>();
        try (CloseableIterable<FileScanTask> tasks = table.newScan().planFiles()) {
            tasks.forEach(task -> files.add(task.file()));
        } catch (IOException e) {
            throw new UncheckedIOException("The files of %s cannot be listed".formatted(table.name()), e);
        }
        return files;
    }

    /**
     * Makes one file of those of each table and day.
     *
     * @return what became of them
     */
    public Compaction compact(Connection database) throws SQLException, IOException {
        long before = files();
        long twice = 0;
        for (Table table : Tables.ALL) {
            Map<Path, List<Path>> byDay = files(table).stream().collect(Collectors.groupingBy(IcebergTables::parent));
            for (List<Path> day : byDay.values()) {
                if (day.size() > 1) {
                    twice += compact(database, table, day);
                }
            }
        }
        return new Compaction(before, files(), twice);
    }

    /** What an erasure has replaced meanwhile is left for the next compaction. */
    private long compact(Connection database, Table table, List<Path> day) throws SQLException, IOException {
        try {
            return rewrite(database, table, day, Rewriting.COMPACTION);
        } catch (ValidationException e) {
            return 0;
        }
    }

    /**
     * What a compaction came to.
     *
     * @param twice rows that stood in two files, which none is to do
     */
    public record Compaction(long filesBefore, long files, long twice) {}

    @Override
    public void replace(Connection database, Table table, List<Path> old, Rewriting rewriting)
            throws SQLException, IOException {
        try {
            rewrite(database, table, old, rewriting);
        } catch (ValidationException e) {
            throw new IOException(
                    "The Iceberg table %s was compacted in the same moment; try again".formatted(table.name()), e);
        }
    }

    /**
     * @return how many rows fewer there are now
     * @throws ValidationException when somebody else has replaced one of the files meanwhile
     */
    private long rewrite(Connection database, Table definition, List<Path> old, Rewriting rewriting)
            throws SQLException, IOException {
        org.apache.iceberg.Table table = catalog.ensure(definition);
        List<DataFile> replaced = dataFiles(table).stream()
                .filter(file -> old.contains(Path.of(file.location())))
                .toList();
        if (replaced.isEmpty()) {
            return 0;
        }
        long before = replaced.stream().mapToLong(DataFile::recordCount).sum();
        StructLike day = replaced.get(0).partition();
        Path file = parent(old.get(0)).resolve("compacted-" + UUID.randomUUID() + ".parquet");
        long rows;
        try (Statement statement = database.createStatement()) {
            statement.execute("COPY (SELECT DISTINCT %s FROM %s WHERE %s) TO %s (FORMAT parquet, COMPRESSION zstd%s)"
                    .formatted(
                            rewriting.columns(),
                            DuckDbSql.versions(definition, DuckDbSql.list(paths(replaced))),
                            rewriting.kept(),
                            DuckDbSql.quoted(file),
                            IcebergColumns.fieldIds(definition, table.schema())));
            try (ResultSet count =
                    statement.executeQuery("SELECT count(*) FROM read_parquet(%s)".formatted(DuckDbSql.quoted(file)))) {
                count.next();
                rows = count.getLong(1);
            }
        }
        DataFile made = DataFiles.builder(table.spec())
                .withPath(file.toString())
                .withFormat(FileFormat.PARQUET)
                .withPartition(day)
                .withRecordCount(rows)
                .withFileSizeInBytes(Files.size(file))
                .build();
        commit(table, replaced, made, rewriting.equals(Rewriting.COMPACTION));
        return before - rows;
    }

    private static void commit(
            org.apache.iceberg.Table table, List<DataFile> replaced, DataFile made, boolean holdsTheSame)
            throws IOException {
        long read = Objects.requireNonNull(table.currentSnapshot()).snapshotId();
        if (holdsTheSame) {
            RewriteFiles rewrite = table.newRewrite().validateFromSnapshot(read);
            replaced.forEach(rewrite::deleteFile);
            rewrite.addFile(made);
            CommitIds.keep(table, rewrite);
            rewrite.commit();
            return;
        }
        OverwriteFiles overwrite = table.newOverwrite().validateFromSnapshot(read);
        replaced.forEach(overwrite::deleteFile);
        if (made.recordCount() > 0) {
            overwrite.addFile(made);
        } else {
            Files.delete(Path.of(made.location()));
        }
        CommitIds.keep(table, overwrite);
        overwrite.commit();
    }

    /**
     * Forgets snapshots, and deletes files that only they hold.
     *
     * @param before epoch milliseconds; what was committed later stays, and always what is current
     */
    public void forgetSnapshots(long before) {
        Tables.ALL.forEach(table -> catalog.find(table).ifPresent(of -> forgetSnapshots(of, before)));
    }

    /** Named one by one, Iceberg deletes at once what none that stays holds; by age alone, what was replaced would stay for longer. */
    private static void forgetSnapshots(org.apache.iceberg.Table table, long before) {
        Snapshot current = table.currentSnapshot();
        ExpireSnapshots expire = table.expireSnapshots();
        boolean some = false;
        for (Snapshot snapshot : table.snapshots()) {
            if (current != null
                    && snapshot.snapshotId() != current.snapshotId()
                    && snapshot.timestampMillis() < before) {
                expire.expireSnapshotId(snapshot.snapshotId());
                some = true;
            }
        }
        if (some) {
            expire.commit();
        }
    }

    /** Forgets all tables and their files. */
    public void drop() {
        catalog.drop();
    }

    static DataFile dataFile(org.apache.iceberg.Table table, WrittenFiles.WrittenFile file) {
        return DataFiles.builder(table.spec())
                .withPath(file.path())
                .withFormat(FileFormat.PARQUET)
                .withPartition(partition(table.spec(), file.day()))
                .withRecordCount(file.rows())
                .withFileSizeInBytes(file.bytes())
                .build();
    }

    private static PartitionData partition(PartitionSpec spec, String day) {
        PartitionData data = new PartitionData(spec.partitionType());
        if (!day.equals(TableRow.NO_DAY)) {
            data.set(0, (int) LocalDate.parse(day).toEpochDay());
        }
        return data;
    }

    /** A name that no other file has. */
    static Path dataFile(String location, String day, String id) {
        return Path.of(location, "data", "date=" + day, id + ".parquet");
    }

    static Path parent(Path file) {
        return Objects.requireNonNull(file.getParent());
    }

    @Override
    public void close() {
        catalog.close();
    }
}
