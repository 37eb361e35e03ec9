/** A real browser, driven over its DevTools protocol: for screenshots, measurements and tests. Never part of serving the wall. */
@NullMarked
package io.satisflow.wall.browser;

import org.jspecify.annotations.NullMarked;
