/** Configuration files as people write them: read with the line and column of every value, refused with the remedy. */
@NullMarked
package io.satisflow.config;

import org.jspecify.annotations.NullMarked;
