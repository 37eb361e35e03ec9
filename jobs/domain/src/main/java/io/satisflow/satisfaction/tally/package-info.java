/** What answers add up to: whole numbers, so that what was added can be taken away again. */
@NullMarked
package io.satisflow.satisfaction.tally;

import org.jspecify.annotations.NullMarked;
