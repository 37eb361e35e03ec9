/** Commands on channels and their mappings. */
@NullMarked
package io.satisflow.local.cli.channel;

import org.jspecify.annotations.NullMarked;
