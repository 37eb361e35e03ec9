/** How well personal data is found: texts with made-up data in them, and what becomes of it. */
@NullMarked
package io.satisflow.local.redaction;

import org.jspecify.annotations.NullMarked;
