package io.satisflow.wall.state;

import io.satisflow.segment.Segment;
import java.util.Map;

/** How segments are spelled in addresses of the wall: as in the keys of topics. */
public final class SegmentKeys {
    public static final String ALL = Segment.ALL.key();

    private SegmentKeys() {}

    public static String of(Map<String, String> values) {
        return new Segment(values).key();
    }

    /** @throws IllegalArgumentException when it is none */
    public static Map<String, String> values(String key) {
        try {
            return Segment.parse(key).values();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "\"%s\" is no segment; write %s, or dimensions such as channel=app,product=lamp"
                            .formatted(key, ALL),
                    e);
        }
    }
}
