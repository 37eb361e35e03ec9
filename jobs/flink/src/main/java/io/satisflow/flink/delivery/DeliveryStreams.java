package io.satisflow.flink.delivery;

import io.satisflow.ledger.DeadLetter;
import org.apache.flink.streaming.api.datastream.DataStream;

/** What delivery gives: what became of each notification, and those that were not posted on their own. */
public record DeliveryStreams(DataStream<Delivery> deliveries, DataStream<DeadLetter> deadLetters) {}
