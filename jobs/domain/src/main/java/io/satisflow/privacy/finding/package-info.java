/** A stretch of a text that is personal data, of which kind it is, and the text as finders read it. */
@NullMarked
package io.satisflow.privacy.finding;

import org.jspecify.annotations.NullMarked;
