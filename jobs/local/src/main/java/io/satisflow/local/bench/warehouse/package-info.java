/** Whether the warehouse holds what the topics say whenever it is killed, and what it costs beside a plain copy. */
@NullMarked
package io.satisflow.local.bench.warehouse;

import org.jspecify.annotations.NullMarked;
