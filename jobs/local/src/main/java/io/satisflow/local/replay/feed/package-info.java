/** What a replay feeds, in which order, how fast, and when it may say that a time has passed. */
@NullMarked
package io.satisflow.local.replay.feed;

import org.jspecify.annotations.NullMarked;
