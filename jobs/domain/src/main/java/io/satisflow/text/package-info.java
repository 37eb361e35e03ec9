/** Texts as customers write them: markup taken off, personal data taken out, the language told. */
@NullMarked
package io.satisflow.text;

import org.jspecify.annotations.NullMarked;
