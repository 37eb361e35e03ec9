/** What is measured: each metric with its definition, its tally and its interval. */
@NullMarked
package io.satisflow.satisfaction.metric;

import org.jspecify.annotations.NullMarked;
