package io.satisflow.local.replay.feed;

import io.satisflow.flink.io.Mark;

/** What a replay puts into the raw topic next. */
sealed interface FeedItem {

    /** A row, for one partition. */
    record Row(PlannedRow row) implements FeedItem {}

    /** A word about the time, for every partition. */
    record Time(Mark mark) implements FeedItem {}
}
