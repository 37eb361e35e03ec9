/** Texts that people have labelled: what models are trained on and judged by. */
@NullMarked
package io.satisflow.scoring.labelled;

import org.jspecify.annotations.NullMarked;
