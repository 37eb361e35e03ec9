package io.satisflow.local.demo.story.voice;

import io.satisflow.local.demo.story.shop.Chance;

/** Now and then a source sends nonsense; intake refuses it and says why. */
public final class Slips {
    private static final double RARELY = 0.0012;

    private Slips() {}

    public static FeedRecord perhaps(FeedRecord record, Chance chance) {
        if (record.channel().equals("tickets") || !chance.of(RARELY)) {
            return record;
        }
        String text = record.text();
        return switch (chance.upTo(3)) {
            case 0 -> record.saying(text.substring(0, text.length() / 2));
            case 1 -> record.saying(text.replaceFirst("\"(id|post_id|response)\":\"[^\"]*\"", "\"$1\":null"));
            default ->
                record.saying(text.replaceFirst("\"(written|created_at|submitted_at)\":[^,}]*", "\"$1\":\"soon\""));
        };
    }
}
