/** Policies that change while the engine runs: what they would do, and how they get there. */
@NullMarked
package io.satisflow.local.policies;

import org.jspecify.annotations.NullMarked;
