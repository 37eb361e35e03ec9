/** Tables in PostgreSQL: definitions, migrations, and upserts that may be said twice. */
@NullMarked
package io.satisflow.warehouse.postgres;

import org.jspecify.annotations.NullMarked;
