/** What a message says, in the reader's language and made safe, before any tool's own markup. */
@NullMarked
package io.satisflow.hook.content;

import org.jspecify.annotations.NullMarked;
