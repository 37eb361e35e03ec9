/** Dead letters on their way out. */
@NullMarked
package io.satisflow.flink.letters;

import org.jspecify.annotations.NullMarked;
