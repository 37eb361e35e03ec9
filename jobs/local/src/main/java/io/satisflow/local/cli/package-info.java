/** The command line. Results go to standard output, progress and notes to standard error. */
@NullMarked
package io.satisflow.local.cli;

import org.jspecify.annotations.NullMarked;
