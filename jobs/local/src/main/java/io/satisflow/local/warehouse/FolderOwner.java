package io.satisflow.local.warehouse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What directory the tables of a folder are of, so that those of two are never mixed. */
final class FolderOwner {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String REMEMBERED = "warehouse.json";
    private static final String OF = "of";

    private final String option;
    private final Path folder;
    private final Path source;

    /** @param option by which the folder was named, such as {@code --parquet} */
    FolderOwner(String option, Path folder, Path source) {
        this.option = option;
        this.folder = folder.toAbsolutePath().normalize();
        this.source = source.toAbsolutePath().normalize();
    }

    Path folder() {
        return folder;
    }

    /**
     * Whether the folder holds tables of this directory.
     *
     * @throws WarehouseException when it holds those of another
     */
    boolean holdsOurs() throws IOException {
        Path remembered = folder.resolve(REMEMBERED);
        if (!Files.exists(remembered)) {
            return false;
        }
        String of = MAPPER.readTree(remembered.toFile()).path(OF).asText();
        if (!of.equals(source.toString())) {
            throw new WarehouseException("%s %s holds the tables of %s; choose another folder for those of %s"
                    .formatted(option, folder, of, source));
        }
        return true;
    }

    /** From now on it does. */
    void claim() throws IOException {
        Files.createDirectories(folder);
        JsonNode told = MAPPER.createObjectNode().put(OF, source.toString());
        MAPPER.writeValue(folder.resolve(REMEMBERED).toFile(), told);
    }
}
