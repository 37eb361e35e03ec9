/** Texts that only ask or tell, and judge nothing; and words that a text only quotes. */
@NullMarked
package io.satisflow.scoring.plain;

import org.jspecify.annotations.NullMarked;
