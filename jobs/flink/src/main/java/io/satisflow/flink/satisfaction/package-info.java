/** Rolling windows of satisfaction for every segment, kept in event time. */
@NullMarked
package io.satisflow.flink.satisfaction;

import org.jspecify.annotations.NullMarked;
