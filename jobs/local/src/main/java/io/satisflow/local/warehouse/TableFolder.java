package io.satisflow.local.warehouse;

import java.io.IOException;

/** A folder of tables that a job of the warehouse writes into. */
interface TableFolder {
    /**
     * @param goesOn whether a job goes on that has written here; otherwise tables that are there are made anew
     * @throws WarehouseException when it holds something else
     */
    void prepare(boolean goesOn) throws IOException;

    /** @return in a sentence, what became of the files */
    String compact() throws IOException;
}
