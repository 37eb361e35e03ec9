package io.satisflow.local.bench.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Harm done to a payload: bytes changed, cut, doubled, moved, or replaced by what parsers fear. */
final class Mutation {
    private static final List<String> PIECES = List.of(
            "null",
            "-1",
            "1e999",
            "1E-999999999",
            "\"\"",
            "{}",
            "[]",
            "[[1],{}]",
            "true",
            "\"\\ud800\"",
            "}",
            "{",
            ",",
            "\"",
            "'",
            "999999999999999999999999",
            "\"+1000000000-01-01T00:00:00Z\"",
            "<div><",
            "\uFEFF",
            "\u0000",
            "\r",
            "\n",
            ";",
            "\t",
            "★★★★☆",
            "8/10",
            "７",
            "\"-999999999\"",
            "\\",
            "&#x110000;",
            "<a b=\"");
    private static final int MOST = 4;

    private final Random random;

    Mutation(long seed) {
        random = new Random(seed);
    }

    byte[] of(byte[] original) {
        byte[] mutated = original;
        int times = 1 + random.nextInt(MOST);
        for (int i = 0; i < times; i++) {
            mutated = once(mutated);
        }
        return mutated;
    }

    /** One or more values of a record taken away, doubled, or replaced by others; it stays JSON. */
    JsonNode of(JsonNode original) {
        JsonNode mutated = original.deepCopy();
        int times = 1 + random.nextInt(MOST);
        for (int i = 0; i < times; i++) {
            List<ContainerNode<?>> places = new ArrayList<>();
            collect(mutated, places);
            if (!places.isEmpty()) {
                harm(places.get(random.nextInt(places.size())));
            }
        }
        return mutated;
    }

    private static void collect(JsonNode node, List<ContainerNode<?>> places) {
        if (node instanceof ContainerNode<?> place && !place.isEmpty()) {
            places.add(place);
        }
        node.forEach(child -> collect(child, places));
    }

    private void harm(ContainerNode<?> place) {
        int at = random.nextInt(place.size());
        if (place instanceof ObjectNode object) {
            String name = object.properties().stream()
                    .skip(at)
                    .findFirst()
                    .orElseThrow()
                    .getKey();
            if (random.nextInt(4) == 0) {
                object.remove(name);
            } else {
                object.set(name, other(object.get(name)));
            }
        } else if (place instanceof ArrayNode array) {
            switch (random.nextInt(3)) {
                case 0 -> array.remove(at);
                case 1 -> array.add(array.get(at));
                default -> array.set(at, other(array.get(at)));
            }
        }
    }

    private JsonNode other(JsonNode value) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (random.nextInt(8)) {
            case 0 -> json.nullNode();
            case 1 -> json.numberNode(random.nextBoolean() ? random.nextLong() : random.nextInt(20) - 5);
            case 2 -> json.numberNode(random.nextDouble() * 10);
            case 3 -> json.arrayNode().add(value).add(value);
            case 4 -> json.objectNode().set("value", value);
            case 5 -> json.booleanNode(random.nextBoolean());
            default -> json.textNode(value.asText() + PIECES.get(random.nextInt(PIECES.size())));
        };
    }

    private byte[] once(byte[] bytes) {
        int at = random.nextInt(bytes.length + 1);
        int length = Math.min(bytes.length - at, random.nextInt(12));
        return switch (random.nextInt(5)) {
            case 0 -> joined(bytes, at, new byte[] {(byte) random.nextInt(256)}, Math.min(bytes.length, at + 1));
            case 1 -> joined(bytes, at, new byte[0], at + length);
            case 2 -> joined(bytes, at, slice(bytes, at, at + length), at);
            case 3 -> slice(bytes, 0, at);
            default ->
                joined(
                        bytes,
                        at,
                        PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8),
                        at + length);
        };
    }

    private static byte[] joined(byte[] bytes, int end, byte[] middle, int from) {
        byte[] joined = new byte[end + middle.length + bytes.length - from];
        System.arraycopy(bytes, 0, joined, 0, end);
        System.arraycopy(middle, 0, joined, end, middle.length);
        System.arraycopy(bytes, from, joined, end + middle.length, bytes.length - from);
        return joined;
    }

    private static byte[] slice(byte[] bytes, int from, int to) {
        byte[] slice = new byte[to - from];
        System.arraycopy(bytes, from, slice, 0, slice.length);
        return slice;
    }
}
