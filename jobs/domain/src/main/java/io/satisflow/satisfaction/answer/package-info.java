/** What customers said, as far as metrics care. */
@NullMarked
package io.satisflow.satisfaction.answer;

import org.jspecify.annotations.NullMarked;
