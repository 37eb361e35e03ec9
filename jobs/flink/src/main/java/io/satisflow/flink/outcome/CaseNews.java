package io.satisflow.flink.outcome;

import io.satisflow.customer.CustomerErasure;
import io.satisflow.satisfaction.outcome.CustomerCase;
import java.time.Instant;
import java.util.Map;

/**
 * A case of a customer, as it is known from a time on.
 *
 * @param customer the same for the same customer and for no other
 * @param knownAt epoch milliseconds
 * @param gone whether it is none any more
 */
public record CaseNews(String customer, long knownAt, CustomerCase ofCustomer, boolean gone) {
    private static final CustomerCase ALL =
            new CustomerCase("/all", false, false, Instant.EPOCH, null, false, null, Map.of());

    /** That all cases of a customer are to be forgotten which began up to then. */
    static CaseNews erasure(CustomerErasure erasure) {
        return new CaseNews(erasure.customerKey(), erasure.at().toEpochMilli(), ALL, true);
    }

    boolean isErasure() {
        return gone && ofCustomer.id().equals(ALL.id());
    }
}
