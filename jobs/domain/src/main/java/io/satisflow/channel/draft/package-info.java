/** Drafts of mappings: what the fields of a payload look like, for a person to correct. */
@NullMarked
package io.satisflow.channel.draft;

import org.jspecify.annotations.NullMarked;
