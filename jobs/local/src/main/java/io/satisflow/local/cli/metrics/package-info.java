/** {@code metrics}: what is measured, and what each measure means. */
@NullMarked
package io.satisflow.local.cli.metrics;

import org.jspecify.annotations.NullMarked;
