package io.satisflow.warehouse.job;

import io.satisflow.flink.settings.JobArguments;
import io.satisflow.settings.Settings;
import io.satisflow.settings.WarehouseSettings;
import io.satisflow.warehouse.postgres.PostgresAddress;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.flink.util.MultipleParameterTool;

/**
 * The arguments of the warehouse job: those of every job, and where the tables are to be.
 *
 * @param postgres over that of the settings
 * @param parquet a folder or an address that Flink's file systems know, over that of the settings
 * @param iceberg a folder, over that of the settings
 * @param zone where days begin, over that of the settings
 * @param onlyWhatIsThere whether the job ends where the topics end when it starts
 */
public record WarehouseArguments(
        JobArguments job,
        Optional<String> postgres,
        Optional<String> parquet,
        Optional<String> iceberg,
        Optional<ZoneId> zone,
        boolean onlyWhatIsThere) {
    private static final String POSTGRES = "postgres";
    private static final String PARQUET = "parquet";
    private static final String ICEBERG = "iceberg";
    private static final String ZONE = "zone";
    private static final String ONLY_WHAT_IS_THERE = "only-what-is-there";

    /** @throws IllegalArgumentException when {@code --config} is missing */
    static WarehouseArguments parse(String[] arguments) {
        MultipleParameterTool parameters = MultipleParameterTool.fromArgs(arguments);
        return new WarehouseArguments(
                JobArguments.parse(arguments),
                Optional.ofNullable(parameters.get(POSTGRES)),
                Optional.ofNullable(parameters.get(PARQUET)),
                Optional.ofNullable(parameters.get(ICEBERG)),
                Optional.ofNullable(parameters.get(ZONE)).map(ZoneId::of),
                parameters.has(ONLY_WHAT_IS_THERE));
    }

    /** The same arguments as {@link #parse} takes. */
    public String[] toArray() {
        List<String> arguments = new ArrayList<>(Arrays.asList(job.toArray()));
        postgres.ifPresent(url -> arguments.addAll(List.of("--" + POSTGRES, url)));
        parquet.ifPresent(folder -> arguments.addAll(List.of("--" + PARQUET, folder)));
        iceberg.ifPresent(folder -> arguments.addAll(List.of("--" + ICEBERG, folder)));
        zone.ifPresent(id -> arguments.addAll(List.of("--" + ZONE, id.getId())));
        if (onlyWhatIsThere) {
            arguments.add("--" + ONLY_WHAT_IS_THERE);
        }
        return arguments.toArray(String[]::new);
    }

    /**
     * Where the tables go.
     *
     * @throws IllegalArgumentException when neither arguments nor settings name a place
     */
    public WarehouseTarget target(Settings settings) {
        WarehouseSettings configured = settings.warehouse();
        Optional<PostgresAddress> database =
                postgres.or(() -> Optional.ofNullable(configured.postgres())).map(PostgresAddress::of);
        Optional<String> folder = parquet.or(() -> Optional.ofNullable(configured.parquet()));
        Optional<String> lake = iceberg.or(() -> Optional.ofNullable(configured.iceberg()));
        if (database.isEmpty() && folder.isEmpty() && lake.isEmpty()) {
            throw new IllegalArgumentException(
                    "The warehouse has no place: name one with --postgres URL, --parquet DIR or --iceberg DIR, or under warehouse in the settings");
        }
        return new WarehouseTarget(database, folder, lake, zone.orElse(configured.zone()));
    }
}
