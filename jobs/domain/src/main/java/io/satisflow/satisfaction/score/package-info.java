/** What is told of a metric: its score beside the one before, the one a year before and the one that is aimed at. */
@NullMarked
package io.satisflow.satisfaction.score;

import org.jspecify.annotations.NullMarked;
