/** Recorded feedback as files hold it. */
@NullMarked
package io.satisflow.local.replay.recording;

import org.jspecify.annotations.NullMarked;
