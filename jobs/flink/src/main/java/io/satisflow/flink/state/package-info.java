/** What is kept in state of the domain's records: by the names of their fields, wherever their classes stand. */
@NullMarked
package io.satisflow.flink.state;

import org.jspecify.annotations.NullMarked;
