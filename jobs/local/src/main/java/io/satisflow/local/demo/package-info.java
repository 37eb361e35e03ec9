/** A shop's month that never was, made up from a seed, and the command that runs the engine on it. */
@NullMarked
package io.satisflow.local.demo;

import org.jspecify.annotations.NullMarked;
