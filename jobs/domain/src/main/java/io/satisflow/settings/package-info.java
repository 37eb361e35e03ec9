/** All that an installation is told: where its topics are, which channels it listens to, what it promises. */
@NullMarked
package io.satisflow.settings;

import org.jspecify.annotations.NullMarked;
