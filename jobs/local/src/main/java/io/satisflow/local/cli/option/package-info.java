/** Options that commands share, each declared once. */
@NullMarked
package io.satisflow.local.cli.option;

import org.jspecify.annotations.NullMarked;
