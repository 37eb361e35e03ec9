/**
 * What a chat hook is: its name and settings, the request that tells it something, and what its answer means. All else
 * (retries, pace, digests, dead letters, the network) is done once, outside, so that a tool is one small class in
 * {@link io.satisflow.hook.tool}.
 */
@NullMarked
package io.satisflow.hook;

import org.jspecify.annotations.NullMarked;
