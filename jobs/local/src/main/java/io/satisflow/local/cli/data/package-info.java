/** Commands on results: SQL and reports. */
@NullMarked
package io.satisflow.local.cli.data;

import org.jspecify.annotations.NullMarked;
