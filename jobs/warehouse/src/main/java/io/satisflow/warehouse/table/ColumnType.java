package io.satisflow.warehouse.table;

/** What a column holds, as PostgreSQL and DuckDB call it. */
public enum ColumnType {
    TEXT("text", "VARCHAR"),
    WHOLE("bigint", "BIGINT"),
    NUMBER("double precision", "DOUBLE"),
    YES_OR_NO("boolean", "BOOLEAN"),
    INSTANT("timestamptz", "TIMESTAMP WITH TIME ZONE"),
    DAY("date", "DATE"),
    /** Texts by name, such as a segment. */
    TEXTS_BY_NAME("jsonb", "MAP(VARCHAR, VARCHAR)"),
    /** What has a shape of its own, as JSON. */
    JSON("jsonb", "JSON");

    private final String postgres;
    private final String duckDb;

    ColumnType(String postgres, String duckDb) {
        this.postgres = postgres;
        this.duckDb = duckDb;
    }

    public String inPostgres() {
        return postgres;
    }

    public String inDuckDb() {
        return duckDb;
    }
}
