package io.satisflow.settings;

import io.satisflow.config.ConfigNode;
import java.nio.file.Path;

/** Reads {@code warehouse}. */
final class WarehouseNode {
    private static final String SCHEME = "[a-z][a-z0-9+.-]*://.*";

    private WarehouseNode() {}

    /** @param folder that relative paths are relative to */
    static WarehouseSettings read(ConfigNode node, Path folder) {
        node.allowOnly("zone", "postgres", "parquet", "iceberg");
        return new WarehouseSettings(
                node.find("zone").map(ConfigNode::zone).orElse(WarehouseSettings.DEFAULT.zone()),
                node.find("postgres").map(WarehouseNode::address).orElse(null),
                node.find("parquet").map(value -> place(value, folder)).orElse(null),
                node.find("iceberg").map(value -> localFolder(value, folder)).orElse(null));
    }

    private static String localFolder(ConfigNode node, Path folder) {
        if (node.text().matches(SCHEME)) {
            throw node.problem(
                    "expected a folder, but was \"%s\": the catalog of the Iceberg tables is a file beside them"
                            .formatted(node.text()));
        }
        return folder.resolve(node.text()).toString();
    }

    private static String place(ConfigNode node, Path folder) {
        return node.text().matches(SCHEME)
                ? node.text()
                : folder.resolve(node.text()).toString();
    }

    private static String address(ConfigNode node) {
        String text = node.text();
        if (!text.matches("(jdbc:)?postgres(ql)?://[^/].*")) {
            throw node.problem("expected an address such as postgresql://user@host:5432/database, but was \"%s\""
                    .formatted(withoutPassword(text)));
        }
        if (!withoutPassword(text).equals(text) || text.contains("password=")) {
            throw node.problem("the password does not belong here; leave it out and set SATISFLOW_POSTGRES_PASSWORD");
        }
        return text;
    }

    private static String withoutPassword(String text) {
        return text.replaceFirst("(://[^/@:]*):[^/@]*@", "$1@");
    }
}
