package io.satisflow.local.erasure;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.customer.CustomerErasure;
import io.satisflow.local.warehouse.TopicsAtHand;
import io.satisflow.warehouse.iceberg.IcebergCatalog;
import io.satisflow.warehouse.iceberg.IcebergTables;
import io.satisflow.warehouse.parquet.ParquetErasures;
import io.satisflow.warehouse.postgres.Migrations;
import io.satisflow.warehouse.postgres.PostgresAddress;
import io.satisflow.warehouse.postgres.PostgresErasure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes a customer out of a directory and the tables made of it, and keeps a record of what was done. */
public final class Erasure {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Place place;
    private final String customerKey;
    private final ObjectNode record = MAPPER.createObjectNode();

    /**
     * Where a customer is to be erased.
     *
     * @param directory of a replay or a run
     * @param prefix of its topics
     */
    public record Place(
            Path directory,
            String prefix,
            Optional<PostgresAddress> postgres,
            Optional<Path> parquet,
            Optional<Path> iceberg) {}

    private Erasure(Place place, String customerKey) {
        this.place = place;
        this.customerKey = customerKey;
    }

    /**
     * Erases, and returns the record: the key, what was deleted or changed where, and what topics hold until when. It also stands
     * in the directory, under {@code erasures/}, and in the PostgreSQL. Nothing in it says who the customer was.
     *
     * @throws ErasureException when it could not be done everywhere; done again, it goes on
     */
    public static String run(Place place, String customerKey, Instant now) throws IOException {
        return new Erasure(place, customerKey).run(now);
    }

    private String run(Instant now) throws IOException {
        record.put("customer_key", customerKey).put("erased_at", now.toString());
        HeldInTopics held;
        List<HeldRecords> records;
        try (TopicsAtHand topics = TopicsAtHand.of(place.directory(), place.prefix())) {
            held = HeldInTopics.of(topics.kafka(), customerKey);
            records = held.records();
            record.put("engine_told", ToldEngine.of(topics.kafka(), new CustomerErasure(customerKey, now)));
        }
        put("files", new ExportedFiles(place.directory().resolve("topics"), customerKey, held.quotes()).erase());
        if (place.postgres().isPresent()) {
            put("postgres_rows", eraseFrom(place.postgres().get(), held.quotes()));
        }
        if (place.parquet().isPresent()) {
            put("parquet_files", eraseFrom(place.parquet().get(), held.quotes()));
        }
        if (place.iceberg().isPresent()) {
            put("iceberg_files", eraseFromIceberg(place.iceberg().get(), held.quotes()));
        }
        put(records);
        String text = record.toPrettyString();
        keep(text, now);
        place.postgres().ifPresent(address -> PostgresErasure.record(address, customerKey, text));
        return text;
    }

    private Map<String, Long> eraseFrom(PostgresAddress address, List<String> quotes) {
        try {
            Migrations.apply(address);
            return PostgresErasure.erase(address, customerKey, quotes);
        } catch (IllegalStateException e) {
            throw new ErasureException(e.getMessage() + "; the same command goes on", e);
        }
    }

    private Map<String, Long> eraseFrom(Path folder, List<String> quotes) throws IOException {
        ParquetErasures files = new ParquetErasures(folder);
        if (!files.isThere()) {
            throw new ErasureException("--parquet %s: there is no such folder".formatted(folder));
        }
        try {
            return files.erase(customerKey, quotes);
        } catch (SQLException e) {
            throw new ErasureException(
                    "The files in %s cannot be rewritten: %s; the same command goes on"
                            .formatted(folder, e.getMessage()),
                    e);
        }
    }

    /** Snapshots of before hold what was said, so they go at once. */
    private Map<String, Long> eraseFromIceberg(Path folder, List<String> quotes) throws IOException {
        if (!IcebergCatalog.isThere(folder)) {
            throw new ErasureException("--iceberg %s: there are no Iceberg tables".formatted(folder));
        }
        try (IcebergTables tables = IcebergTables.open(folder)) {
            Map<String, Long> rewritten = new ParquetErasures(folder, tables).erase(customerKey, quotes);
            tables.forgetSnapshots(Instant.now().toEpochMilli());
            return rewritten;
        } catch (SQLException e) {
            throw new ErasureException(
                    "The files in %s cannot be rewritten: %s; the same command goes on"
                            .formatted(folder, e.getMessage()),
                    e);
        }
    }

    private void put(String name, Map<String, Long> counts) {
        ObjectNode node = record.putObject(name);
        counts.forEach(node::put);
    }

    private void put(List<HeldRecords> records) {
        ArrayNode topics = record.putArray("topics_hold");
        for (HeldRecords held : records) {
            Instant goneBy = held.goneBy();
            topics.addObject()
                    .put("topic", held.topic())
                    .put("records", held.records())
                    .put("gone_by", goneBy == null ? "never: the topic has no retention" : goneBy.toString());
        }
        record.put(
                "not_found_here",
                "quotes that were shortened or worded anew, backups, and what chat tools and mailboxes were told");
    }

    private void keep(String text, Instant now) throws IOException {
        Path folder = place.directory().resolve("erasures");
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("%s-%s.json".formatted(now.toString().replace(':', '-'), customerKey)), text + "\n");
    }
}
