/** Addresses: of mail, of the internet protocol, of streets, and of pages, which are nobody's. */
@NullMarked
package io.satisflow.privacy.address;

import org.jspecify.annotations.NullMarked;
