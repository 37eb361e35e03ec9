/** Commands that measure. */
@NullMarked
package io.satisflow.local.cli.bench;

import org.jspecify.annotations.NullMarked;
