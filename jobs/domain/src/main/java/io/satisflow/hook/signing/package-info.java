/** How requests and links are signed. */
@NullMarked
package io.satisflow.hook.signing;

import org.jspecify.annotations.NullMarked;
