/** For which records a part of a mapping holds, and which feedback opens a case. */
@NullMarked
package io.satisflow.channel.condition;

import org.jspecify.annotations.NullMarked;
