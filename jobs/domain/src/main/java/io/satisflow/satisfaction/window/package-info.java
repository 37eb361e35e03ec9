/** Rolling windows: panes, running totals, steps and their corrections. */
@NullMarked
package io.satisflow.satisfaction.window;

import org.jspecify.annotations.NullMarked;
