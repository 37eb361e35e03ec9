/** What is sent to a receiver next, and when: pure decisions about a queue that is stored elsewhere. */
@NullMarked
package io.satisflow.hook.queue;

import org.jspecify.annotations.NullMarked;
