package io.satisflow.flink.io.wire;

import io.satisflow.wire.CustomerErasure;

/** Takes from the wire who is to be forgotten. */
public final class CustomerErasureRecords {
    private CustomerErasureRecords() {}

    public static io.satisflow.customer.CustomerErasure toDomain(CustomerErasure erasure) {
        return new io.satisflow.customer.CustomerErasure(erasure.getCustomerKey(), erasure.getAt());
    }

    public static CustomerErasure toWire(io.satisflow.customer.CustomerErasure erasure) {
        return new CustomerErasure(erasure.customerKey(), erasure.at());
    }
}
