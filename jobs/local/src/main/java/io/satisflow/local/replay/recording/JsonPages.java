package io.satisflow.local.replay.recording;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.satisflow.channel.ChannelMapping;
import io.satisflow.local.replay.recording.Recording.RowReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes pages apart: an object that is no record of the channel, but holds a list of them. Where the mapping does not say with
 * {@code records} where the list stands, it is looked for by what the mapping says of a record: the one list whose items have
 * an id and a time.
 */
final class JsonPages {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final int DEEPEST = 4;

    private final @Nullable ChannelMapping mapping;
    private final String file;

    /** @param mapping null when rows are not records of a channel */
    JsonPages(@Nullable ChannelMapping mapping, String file) {
        this.mapping = mapping;
        this.file = file;
    }

    /** Whether it is known what a record is; without it, only a list says where its items are. */
    boolean areLookedFor() {
        return mapping != null;
    }

    /** Passes on each record of a page in the place of the page, with the row of the page. */
    RowReader expanding(RowReader reader) {
        return mapping == null ? reader : new Expansion(mapping, reader);
    }

    private final class Expansion implements RowReader {
        private final ChannelMapping channel;
        private final RowReader reader;
        private @Nullable JsonPointer records;
        private boolean isDecided;

        Expansion(ChannelMapping channel, RowReader reader) {
            this.channel = channel;
            this.reader = reader;
            this.isDecided = !channel.profile().records().isEmpty();
        }

        @Override
        public void read(RecordedRow row) throws IOException {
            boolean mayHoldMore = !isDecided || records != null || isDeclared() || isList(row.payload());
            if (!mayHoldMore) {
                reader.read(row);
                return;
            }
            Optional<JsonNode> page = parse(row.payload());
            if (page.isEmpty()) {
                reader.read(row);
                return;
            }
            if (!isDecided) {
                decide(page.get());
            }
            List<JsonNode> items = items(page.get());
            if (items.isEmpty()) {
                reader.read(row);
                return;
            }
            for (JsonNode item : items) {
                reader.read(new RecordedRow(row.row(), MAPPER.writeValueAsBytes(item)));
            }
        }

        private boolean isDeclared() {
            return !channel.profile().records().isEmpty();
        }

        /** None when it is no page. An empty page stays what it is, so that somebody says so. */
        private List<JsonNode> items(JsonNode page) {
            if (isDeclared() && page.isObject()) {
                return channel.profile().listIn(page).isPresent() ? channel.recordsIn(page) : List.of();
            }
            JsonNode list = records == null ? page : page.at(records);
            List<JsonNode> items = new ArrayList<>();
            if (list.isArray()) {
                list.forEach(items::add);
            }
            return items;
        }

        private static boolean isList(byte[] payload) {
            int at = 0;
            while (at < payload.length && payload[at] <= ' ') {
                at++;
            }
            return at < payload.length && payload[at] == '[';
        }

        /** By the first value that can be read; the others of the file are alike. */
        private void decide(JsonNode first) {
            isDecided = true;
            if (!first.isObject() || holdsRecord(first)) {
                return;
            }
            List<JsonPointer> lists = new ArrayList<>();
            collect(first, JsonPointer.empty(), lists);
            if (lists.size() > 1) {
                throw new ReplayException(
                        "%s: records stand in several lists (%s); say in the mapping which are meant: records: %s"
                                .formatted(
                                        file,
                                        lists.stream()
                                                .map(JsonPointer::toString)
                                                .toList(),
                                        lists.get(0)));
            }
            records = lists.isEmpty() ? null : lists.get(0);
        }

        /** A page that {@code unwrap} opens is none to look into. */
        private boolean holdsRecord(JsonNode first) {
            List<JsonNode> carried = channel.recordsIn(first);
            boolean isOpened = carried.size() != 1 || carried.get(0) != first;
            return !isOpened && channel.mayBeRecord(first);
        }

        private void collect(JsonNode node, JsonPointer place, List<JsonPointer> lists) {
            if (node.isArray()) {
                for (JsonNode item : node) {
                    if (item.isObject() && channel.mayBeRecord(item)) {
                        lists.add(place);
                        return;
                    }
                }
            } else if (node.isObject() && depth(place) < DEEPEST) {
                for (Map.Entry<String, JsonNode> member : node.properties()) {
                    collect(member.getValue(), place.appendProperty(member.getKey()), lists);
                }
            }
        }

        private int depth(JsonPointer place) {
            int depth = 0;
            for (JsonPointer rest = place; !rest.matches(); rest = rest.tail()) {
                depth++;
            }
            return depth;
        }
    }

    private static Optional<JsonNode> parse(byte[] payload) {
        try {
            return Optional.ofNullable(MAPPER.readTree(payload));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
