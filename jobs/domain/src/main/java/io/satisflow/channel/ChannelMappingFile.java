package io.satisflow.channel;

import io.satisflow.channel.condition.CaseCondition;
import io.satisflow.channel.condition.CaseRule;
import io.satisflow.channel.condition.ConditionFile;
import io.satisflow.channel.entrance.EntranceFile;
import io.satisflow.channel.field.Field;
import io.satisflow.channel.field.FieldFile;
import io.satisflow.channel.field.NamedFields;
import io.satisflow.channel.field.RatingField;
import io.satisflow.channel.field.RatingsFile;
import io.satisflow.channel.field.time.TimeFieldFile;
import io.satisflow.channel.record.ChannelKind;
import io.satisflow.channel.record.ChannelProfile;
import io.satisflow.channel.ticket.TicketMappingFile;
import io.satisflow.config.ConfigException;
import io.satisflow.config.ConfigNode;
import io.satisflow.privacy.Redaction;
import io.satisflow.ticket.TicketEnd;
import io.satisflow.triage.Triage;
import io.satisflow.triage.TriageFile;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads channel mappings, such as {@code config/channels/reviews.yaml}. */
public final class ChannelMappingFile {
    private static final Pattern CHANNEL_NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,99}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{1,8})*");
    private static final int MOST_TEXT = 1_000_000;
    private static final int MOST_BYTES = 15 * 1024 * 1024;

    private ChannelMappingFile() {}

    /** @throws ConfigException when a key is unknown, missing, or has a value that is not allowed; says where */
    public static ChannelMapping read(ConfigNode root) {
        root.allowOnly(
                "channel",
                "kind",
                "id",
                "occurred_at",
                "revision",
                "customer",
                "text",
                "language",
                "usual_language",
                "redaction",
                "ratings",
                "dimensions",
                "attributes",
                "feedback",
                "ticket",
                "case",
                "solved_after",
                "forget_after",
                "closed",
                "unwrap",
                "records",
                "each",
                "ignore",
                "triage",
                "repeats",
                "zone",
                "arrival",
                "file",
                "http",
                "text_limit",
                "record_limit");
        NamedFields attributes =
                new NamedFields(root.find("attributes").map(FieldFile::named).orElse(Map.of()));
        TimeFieldFile times = TimeFieldFile.of(root);
        FeedbackMapping feedback = feedback(root, attributes, times);
        return new ChannelMapping(
                profile(root),
                new RecordIdentity(FieldFile.field(root.require("id")), times.time(root.require("occurred_at"))),
                root.find("ignore").map(ConditionFile::condition).orElse(null),
                feedback,
                root.find("ticket")
                        .map(ticket -> TicketMappingFile.read(ticket, attributes, times))
                        .orElse(null),
                root.find("case").map(node -> caseRule(node, feedback)).orElse(null),
                EntranceFile.read(root.find("http")),
                triage(root),
                root.find("repeats").map(ChannelMappingFile::repeats).orElse(null));
    }

    private static Triage triage(ConfigNode root) {
        return root.find("triage")
                .map(node -> new TriageFile(text -> CaseCondition.parse(text)::holdsFor).read(node))
                .orElse(Triage.NONE);
    }

    /** {@code repeats: {within: 24h}}. */
    private static Duration repeats(ConfigNode node) {
        return node.allowOnly("within").require("within").duration();
    }

    private static ChannelProfile profile(ConfigNode root) {
        return new ChannelProfile(
                root.require("channel").value(ChannelMappingFile::channelName),
                root.require("kind").oneOf(ChannelKind.class),
                new TicketEnd(
                        root.find("solved_after").map(ConfigNode::duration).orElse(null),
                        root.find("forget_after").map(ConfigNode::duration).orElse(null),
                        root.find("closed").map(ChannelMappingFile::isFinal).orElse(false)),
                limit(root, "text_limit", ChannelProfile.DEFAULT_TEXT_LIMIT, MOST_TEXT),
                limit(root, "record_limit", ChannelProfile.DEFAULT_RECORD_LIMIT, MOST_BYTES),
                root.find("unwrap")
                        .map(places -> ConfigNode.readEach(places.itemsOrSingle(), FieldFile::pointer))
                        .orElse(List.of()),
                root.find("redaction").map(RedactionFile::read).orElse(Redaction.OF_TEXTS),
                root.find("records")
                        .map(places -> ConfigNode.readEach(places.itemsOrSingle(), FieldFile::pointer))
                        .orElse(List.of()),
                root.find("arrival")
                        .map(arrival -> arrival.oneOf(ChannelProfile.Arrival.class))
                        .orElse(ChannelProfile.Arrival.TIME),
                FileFormatFile.read(root.find("file")));
    }

    /** Whether closing ends a ticket for good: its source goes on in another one. */
    private static boolean isFinal(ConfigNode closed) {
        return switch (closed.text()) {
            case "final" -> true;
            case "reopens" -> false;
            default -> throw closed.problem("write final when nothing reopens what is closed, or reopens");
        };
    }

    private static String channelName(String text) {
        if (!CHANNEL_NAME.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "\"%s\" cannot name a channel, since its topic is named after it; write small letters, digits, _ and -"
                            .formatted(text));
        }
        return text;
    }

    private static int limit(ConfigNode root, String key, int usual, int most) {
        Optional<ConfigNode> node = root.find(key);
        long limit = node.map(ConfigNode::integer).orElse((long) usual);
        if (limit < 1 || limit > most) {
            throw node.orElse(root).problem("%d is not allowed; from 1 to %d".formatted(limit, most));
        }
        return (int) limit;
    }

    private static FeedbackMapping feedback(ConfigNode root, NamedFields attributes, TimeFieldFile times) {
        Map<String, Field> fields = new HashMap<>();
        root.find("customer").ifPresent(node -> fields.put("customer", FieldFile.field(node)));
        root.find("text").ifPresent(node -> fields.put("text", FieldFile.field(node)));
        root.find("language").ifPresent(node -> fields.put("language", language(node)));
        Optional<ConfigNode> section =
                root.find("feedback").map(node -> node.allowOnly("when", "kind", "grade", "attributes"));
        for (String name : List.of("kind", "grade")) {
            section.flatMap(node -> node.find(name)).ifPresent(node -> fields.put(name, FieldFile.fieldOrWord(node)));
        }
        return new FeedbackMapping(
                section.flatMap(node -> node.find("when"))
                        .map(ConditionFile::condition)
                        .orElse(null),
                root.find("each").map(EachItem::read).orElse(null),
                new NamedFields(fields),
                RatingsFile.ratings(root.find("ratings")),
                RatingsFile.dimensions(root.find("dimensions")),
                ofFeedback(attributes, section),
                root.find("revision").map(times::revision).orElse(null),
                root.find("usual_language")
                        .map(node -> node.value(ChannelMappingFile::language))
                        .orElse(null));
    }

    /** Those of all records, and those that feedback alone has. */
    private static NamedFields ofFeedback(NamedFields attributes, Optional<ConfigNode> section) {
        Map<String, Field> all = new HashMap<>(attributes.fields());
        section.flatMap(node -> node.find("attributes")).map(FieldFile::named).ifPresent(all::putAll);
        return new NamedFields(all);
    }

    private static String language(String tag) {
        if (!LANGUAGE.matcher(tag).matches()) {
            throw new IllegalArgumentException(
                    "\"%s\" is not a language; write a tag of BCP-47, such as en or zh-CN".formatted(tag));
        }
        return tag.split("-", 2)[0];
    }

    private static Field language(ConfigNode node) {
        if (node.isScalar()
                && !node.text().startsWith("/")
                && !LANGUAGE.matcher(node.text()).matches()) {
            throw node.problem("\"%s\" is not a language; write a JSON Pointer or a tag of BCP-47, such as en or zh-CN"
                    .formatted(node.text()));
        }
        return FieldFile.fieldOrWord(node);
    }

    private static CaseRule caseRule(ConfigNode node, FeedbackMapping feedback) {
        node.allowOnly("open", "owner");
        ConfigNode open = node.require("open");
        CaseCondition condition = open.value(CaseCondition::parse);
        List<String> questions =
                feedback.ratings().stream().map(RatingField::question).toList();
        if (!condition.isOfJudgement() && !questions.contains(condition.question())) {
            throw open.problem("\"%s\" is not a question of ratings; one of: %s"
                    .formatted(condition.question(), String.join(", ", questions)));
        }
        return new CaseRule(
                condition, node.find("owner").map(FieldFile::fieldOrWord).orElse(null));
    }
}
