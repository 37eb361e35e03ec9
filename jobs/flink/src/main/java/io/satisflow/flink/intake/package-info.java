/** What each channel sends becomes canonical feedback and ticket events, or a dead letter with a reason. */
@NullMarked
package io.satisflow.flink.intake;

import org.jspecify.annotations.NullMarked;
