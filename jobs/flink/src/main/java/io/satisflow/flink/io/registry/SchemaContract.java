package io.satisflow.flink.io.registry;

import io.satisflow.flink.io.registry.SchemaRegistry.Version;
import java.util.List;
import java.util.StringJoiner;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;
import org.apache.avro.SchemaCompatibility.SchemaIncompatibilityType;

/**
 * What this build and a registry promise each other: all that was ever registered is readable by us, and who reads by the newest
 * of it can read what we write. Faults are told by the field.
 */
final class SchemaContract {
    private static final String REMEDY =
            "give new fields a default and keep names and types, or let this build write under another topics.prefix";

    private final String subject;
    private final Schema ours;

    SchemaContract(String subject, Schema ours) {
        this.subject = subject;
        this.ours = ours;
    }

    void requireReadable(List<Version> versions) {
        requireOlderReadable(versions);
        if (!versions.isEmpty()) {
            Version newest = versions.get(versions.size() - 1);
            for (Incompatibility fault : faults(newest.schema(), ours)) {
                throw new IncompatibleSchemaException(
                        "Subject %s: who reads by version %d of the registry could not read what this build writes: %s; %s"
                                .formatted(subject, newest.number(), told(fault, newest.schema()), REMEDY));
            }
        }
    }

    void requireOlderReadable(List<Version> versions) {
        for (Version version : versions) {
            for (Incompatibility fault : faults(ours, version.schema())) {
                throw new IncompatibleSchemaException(
                        "Subject %s: this build cannot read records of version %d of the registry: %s; %s"
                                .formatted(subject, version.number(), told(fault, ours), REMEDY));
            }
        }
    }

    private static List<Incompatibility> faults(Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities();
    }

    private static String told(Incompatibility fault, Schema reader) {
        String field = fieldAt(fault.getLocation(), reader);
        if (fault.getType() == SchemaIncompatibilityType.READER_FIELD_MISSING_DEFAULT_VALUE) {
            return "field %s is not in those records and has no default".formatted(field);
        }
        if (fault.getType() == SchemaIncompatibilityType.TYPE_MISMATCH) {
            return "field %s has another type there (%s)".formatted(field, fault.getMessage());
        }
        if (field.isEmpty()) {
            return fault.getMessage();
        }
        return "field %s: %s".formatted(field, fault.getMessage());
    }

    /**
     * The names of the fields on the way to a place.
     *
     * @param location as Avro gives it, such as {@code /fields/3/type/1/fields/0}
     */
    static String fieldAt(String location, Schema schema) {
        StringJoiner names = new StringJoiner(".");
        Schema at = schema;
        String[] steps = location.split("/");
        for (int step = 1; step < steps.length; step++) {
            if (steps[step].equals("fields") && step + 1 < steps.length && at.getType() == Schema.Type.RECORD) {
                Schema.Field field = at.getFields().get(Integer.parseInt(steps[++step]));
                names.add(field.name());
                at = field.schema();
            } else if (at.getType() == Schema.Type.ARRAY) {
                at = at.getElementType();
            } else if (at.getType() == Schema.Type.MAP) {
                at = at.getValueType();
            } else if (at.getType() == Schema.Type.UNION && steps[step].matches("\\d+")) {
                at = at.getTypes().get(Integer.parseInt(steps[step]));
            }
        }
        return names.toString();
    }
}
