/** A Kafka broker in this process, listening on loopback only. */
@NullMarked
package io.satisflow.local.broker;

import org.jspecify.annotations.NullMarked;
