package io.satisflow.local.cli.run;

import io.satisflow.customer.CustomerKeys;
import io.satisflow.local.cli.option.UsageException;
import java.util.Optional;

/** The secret by which records tell one customer from another without naming anybody. */
final class CustomerSecret {
    private CustomerSecret() {}

    /**
     * What is said once, at the start; empty when records get a customer key.
     *
     * @throws UsageException when the secret is no secret
     */
    static Optional<String> remark() {
        return keys().isNone()
                ? Optional.of(
                        ("Note: %s is not set, so records carry no customer_key, and what one customer said cannot be"
                                        + " found again by it")
                                .formatted(CustomerKeys.VARIABLE))
                : Optional.empty();
    }

    static CustomerKeys keys() {
        try {
            return CustomerKeys.of(System::getenv);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }
}
