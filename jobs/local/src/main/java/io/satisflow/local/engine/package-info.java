/** The whole of Satisflow in one process: broker, cluster and jobs. */
@NullMarked
package io.satisflow.local.engine;

import org.jspecify.annotations.NullMarked;
