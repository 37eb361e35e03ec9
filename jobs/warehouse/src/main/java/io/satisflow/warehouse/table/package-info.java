/** What the tables are: their columns, keys and versions, and a row of one. Pure Java; every database is told from here. */
@NullMarked
package io.satisflow.warehouse.table;

import org.jspecify.annotations.NullMarked;
