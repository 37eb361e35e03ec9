/** Keeps what receivers have not been told yet, and has it told: in order, at their pace, for as long as it takes. */
@NullMarked
package io.satisflow.flink.delivery;

import org.jspecify.annotations.NullMarked;
