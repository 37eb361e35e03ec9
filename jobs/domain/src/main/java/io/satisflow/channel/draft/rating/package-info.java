/** Which columns of a draft are ratings, and on which scale. */
@NullMarked
package io.satisflow.channel.draft.rating;

import org.jspecify.annotations.NullMarked;
