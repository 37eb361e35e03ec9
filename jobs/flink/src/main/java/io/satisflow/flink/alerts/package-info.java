/** One lifecycle for every alert, and the notifications about them. */
@NullMarked
package io.satisflow.flink.alerts;

import org.jspecify.annotations.NullMarked;
