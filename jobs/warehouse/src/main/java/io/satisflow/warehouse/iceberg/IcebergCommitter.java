package io.satisflow.warehouse.iceberg;

import io.satisflow.warehouse.table.Table;
import io.satisflow.warehouse.table.Tables;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.iceberg.AppendFiles;

/** Appends files to their tables, those of all writers in one snapshot a table. */
final class IcebergCommitter implements Committer<WrittenFiles> {
    private final IcebergCatalog catalog;

    IcebergCommitter(IcebergCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public void commit(Collection<CommitRequest<WrittenFiles>> requests) {
        Set<String> tables = new LinkedHashSet<>();
        Map<String, WrittenFiles> written = new LinkedHashMap<>();
        for (CommitRequest<WrittenFiles> request : requests) {
            WrittenFiles files = request.getCommittable();
            written.put(files.id(), files);
            files.files().forEach(file -> tables.add(file.table()));
        }
        tables.forEach(table -> append(Tables.named(table), written));
    }

    /** What a snapshot holds already is passed over: the job ended between its commit and the next checkpoint. */
    private void append(Table definition, Map<String, WrittenFiles> written) {
        org.apache.iceberg.Table table = catalog.ensure(definition);
        Set<String> committed = CommitIds.of(table);
        Set<String> ids = new LinkedHashSet<>();
        AppendFiles append = table.newAppend();
        for (WrittenFiles files : written.values()) {
            if (committed.contains(files.id())) {
                continue;
            }
            for (WrittenFiles.WrittenFile file : files.files()) {
                if (file.table().equals(definition.name())) {
                    append.appendFile(IcebergTables.dataFile(table, file));
                    ids.add(files.id());
                }
            }
        }
        if (!ids.isEmpty()) {
            append.set(CommitIds.SUMMARY, String.join(",", ids));
            append.commit();
        }
    }

    @Override
    public void close() {
        catalog.close();
    }
}
