package io.satisflow.scoring.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BucketSetTest {

    @Test
    void a_feature_counts_once_however_often_it_stands_there() {
        BucketSet buckets = new BucketSet(18);
        buckets.add(5);
        buckets.add(7);
        buckets.add(5);

        assertThat(buckets.size()).isEqualTo(2);
    }

    @Test
    void the_next_text_begins_with_nothing() {
        BucketSet buckets = new BucketSet(18);
        buckets.add(5);
        int bucket = buckets.get(0);
        buckets.clear();

        assertThat(buckets.size()).isZero();
        buckets.add(5);
        assertThat(buckets.toArray()).containsExactly(bucket);
    }

    @Test
    void a_long_text_gets_room() {
        BucketSet buckets = new BucketSet(20);
        for (int round = 0; round < 2; round++) {
            for (int hash = 0; hash < 100_000; hash++) {
                buckets.add(hash);
            }
        }

        assertThat(buckets.size()).isBetween(90_000, 100_000);
        assertThat(Arrays.stream(buckets.toArray()).distinct().count()).isEqualTo(buckets.size());
        assertThat(Arrays.stream(buckets.toArray())).allMatch(bucket -> bucket >= 0 && bucket < 1_048_576);
    }

    @Test
    void few_buckets_are_shared_by_many_features() {
        BucketSet buckets = new BucketSet(4);
        for (int hash = 0; hash < 100_000; hash++) {
            buckets.add(hash);
        }

        assertThat(buckets.size()).isEqualTo(16);
    }
}
