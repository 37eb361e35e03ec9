/** What people say to alerts: acknowledgements and silences. */
@NullMarked
package io.satisflow.alerts.control;

import org.jspecify.annotations.NullMarked;
