/** The commands of the wall: the page for browsers, its links, its marks and its pictures. */
@NullMarked
package io.satisflow.local.cli.wall;

import org.jspecify.annotations.NullMarked;
