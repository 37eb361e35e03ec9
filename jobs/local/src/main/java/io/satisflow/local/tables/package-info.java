/** Results as tables: the topics of a replay or a run, and what people ask of, for SQL on one's own machine. */
@NullMarked
package io.satisflow.local.tables;

import org.jspecify.annotations.NullMarked;
