/** Commands on text models. */
@NullMarked
package io.satisflow.local.cli.text;

import org.jspecify.annotations.NullMarked;
