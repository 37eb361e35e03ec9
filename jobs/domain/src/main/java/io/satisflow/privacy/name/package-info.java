/** Names of people, where something announces them. */
@NullMarked
package io.satisflow.privacy.name;

import org.jspecify.annotations.NullMarked;
