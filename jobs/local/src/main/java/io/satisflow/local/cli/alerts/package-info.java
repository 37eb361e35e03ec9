/** {@code ./satisflow alerts}: what receivers are told, tried from a terminal. */
@NullMarked
package io.satisflow.local.cli.alerts;

import org.jspecify.annotations.NullMarked;
