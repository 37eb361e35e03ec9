/** What intake takes: hostile payloads and files, posts under load. */
@NullMarked
package io.satisflow.local.bench.intake;

import org.jspecify.annotations.NullMarked;
