/** What customers show of their feelings, message by message. */
@NullMarked
package io.satisflow.scoring.emotion;

import org.jspecify.annotations.NullMarked;
