/** The way to receivers: HTTP and mail, one attempt at a time, within a deadline, and only to where it is allowed. */
@NullMarked
package io.satisflow.flink.courier;

import org.jspecify.annotations.NullMarked;
