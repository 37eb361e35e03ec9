/** Commands about records that were refused. */
@NullMarked
package io.satisflow.local.cli.letters;

import org.jspecify.annotations.NullMarked;
