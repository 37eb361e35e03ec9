/** Customer feedback, the same from every channel: who said what, when, how they rated it, and of what. */
@NullMarked
package io.satisflow.feedback;

import org.jspecify.annotations.NullMarked;
