/** One lifecycle for every alert, from what is observed to the words that are sent about it. */
@NullMarked
package io.satisflow.alerts;

import org.jspecify.annotations.NullMarked;
