/** What customers and agents say, and in which channel. */
@NullMarked
package io.satisflow.local.demo.story.voice;

import org.jspecify.annotations.NullMarked;
