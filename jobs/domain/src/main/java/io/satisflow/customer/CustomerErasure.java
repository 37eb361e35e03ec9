package io.satisflow.customer;

import java.io.Serializable;
import java.time.Instant;

/**
 * A customer who is to be forgotten.
 *
 * @param customerKey the keyed hash
 * @param at what began up to then is forgotten, and not taken up again
 */
public record CustomerErasure(String customerKey, Instant at) implements Serializable {}
