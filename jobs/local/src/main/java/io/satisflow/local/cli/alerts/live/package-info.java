/** {@code alerts list|show|ack|silence}: the alerts of a running engine, and what people say to them. */
@NullMarked
package io.satisflow.local.cli.alerts.live;

import org.jspecify.annotations.NullMarked;
