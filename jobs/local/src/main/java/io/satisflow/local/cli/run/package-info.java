/** Commands that run the engine: demo, run, replay, check, chaos. */
@NullMarked
package io.satisflow.local.cli.run;

import org.jspecify.annotations.NullMarked;
