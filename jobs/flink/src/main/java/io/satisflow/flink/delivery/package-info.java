/** Brings notifications to their receivers over HTTP: what is down is tried again for as long as it takes. */
@NullMarked
package io.satisflow.flink.delivery;

import org.jspecify.annotations.NullMarked;
