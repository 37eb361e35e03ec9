/** What a row costs on its whole way, stage by stage. */
@NullMarked
package io.satisflow.local.bench.pipeline;

import org.jspecify.annotations.NullMarked;
