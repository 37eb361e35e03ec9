/** Records that were refused: found again in the raw topics, and sent once more after their mapping was mended. */
@NullMarked
package io.satisflow.local.letters;

import org.jspecify.annotations.NullMarked;
