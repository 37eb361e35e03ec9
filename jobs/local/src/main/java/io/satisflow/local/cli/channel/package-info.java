/** Commands about mappings of what sources send. */
@NullMarked
package io.satisflow.local.cli.channel;

import org.jspecify.annotations.NullMarked;
