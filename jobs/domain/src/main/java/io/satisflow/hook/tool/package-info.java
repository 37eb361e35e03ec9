/** One small class a tool. A new one needs a line in {@code META-INF/services/io.satisflow.hook.Hook} as well. */
@NullMarked
package io.satisflow.hook.tool;

import org.jspecify.annotations.NullMarked;
