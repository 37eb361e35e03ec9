/** Where the true value lies in 95 of 100 cases. */
@NullMarked
package io.satisflow.satisfaction.interval;

import org.jspecify.annotations.NullMarked;
