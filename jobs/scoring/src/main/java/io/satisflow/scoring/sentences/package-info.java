/** The sentences of a text, and what each of them says. Slow beside the scorer of whole texts, so only on request. */
@NullMarked
package io.satisflow.scoring.sentences;

import org.jspecify.annotations.NullMarked;
