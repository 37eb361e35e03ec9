/** Reads what the jobs have committed: as JSON lines for people, and by the marks that say how far it reaches. */
@NullMarked
package io.satisflow.local.topics;

import org.jspecify.annotations.NullMarked;
