/** Policies tried on recorded ticket events, without broker and cluster. */
@NullMarked
package io.satisflow.local.dryrun;

import org.jspecify.annotations.NullMarked;
