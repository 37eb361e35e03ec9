/** Help texts in other languages than the one they are written in beside the options. */
@NullMarked
package io.satisflow.local.cli.help;

import org.jspecify.annotations.NullMarked;
