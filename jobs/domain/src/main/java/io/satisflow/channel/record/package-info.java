/** What becomes of a raw record: canonical records, or a refusal with its reason. */
@NullMarked
package io.satisflow.channel.record;

import org.jspecify.annotations.NullMarked;
