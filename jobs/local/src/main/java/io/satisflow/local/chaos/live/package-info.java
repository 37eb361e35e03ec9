/** Troubles a live run by every means that there is, and reckons afterwards with the books of whoever fed it. */
@NullMarked
package io.satisflow.local.chaos.live;

import org.jspecify.annotations.NullMarked;
