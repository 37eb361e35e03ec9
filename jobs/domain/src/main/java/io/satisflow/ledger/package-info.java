/** What stands in the topics from intake on: each thing with the place it came from, and from when it may be used. */
@NullMarked
package io.satisflow.ledger;

import org.jspecify.annotations.NullMarked;
