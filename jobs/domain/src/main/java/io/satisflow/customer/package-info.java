/** Who a customer is, without saying so. */
@NullMarked
package io.satisflow.customer;

import org.jspecify.annotations.NullMarked;
