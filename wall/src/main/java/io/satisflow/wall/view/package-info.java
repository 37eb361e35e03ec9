/** What browsers are told, as the API documents it. */
@NullMarked
package io.satisflow.wall.view;

import org.jspecify.annotations.NullMarked;
