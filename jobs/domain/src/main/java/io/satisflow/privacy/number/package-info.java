/** Numbers that a check digit, their form or the word before them tells: cards, accounts, identities, passports. */
@NullMarked
package io.satisflow.privacy.number;

import org.jspecify.annotations.NullMarked;
