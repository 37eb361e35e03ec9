/** What some feedback or tickets have in common. One way to form segments, one spelling of their keys on every topic. */
@NullMarked
package io.satisflow.segment;

import org.jspecify.annotations.NullMarked;
