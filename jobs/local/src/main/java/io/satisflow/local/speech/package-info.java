/** What commands say in words, in the languages that they speak. */
@NullMarked
package io.satisflow.local.speech;

import org.jspecify.annotations.NullMarked;
