package io.satisflow.channel.draft.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.satisflow.channel.draft.column.ColumnChoice;
import io.satisflow.channel.draft.column.SampledField;
import io.satisflow.channel.draft.likeness.FieldLikeness;
import io.satisflow.channel.draft.message.MessageVocabulary.Side;
import io.satisflow.customer.PeopleWords;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The columns of an export with a row for each message: which conversation it belongs to, who wrote it, when and what. */
public final class MessageColumns {
    private static final int MOST_SIDES = 12;
    private static final int MOST_SORTS = 40;
    private static final int LONGEST_ID = 80;
    private static final double MOST_KNOWN = 0.5;

    private static final Pattern CONVERSATION = Pattern.compile(
            ".*(?:conversation|session|chat|ticket|thread|dialog|dialogue|case|room).{0,5}(?:id|no|nr|number|key|ref|reference|uuid|#)"
                    + "|conversation|session|chat|ticket|thread|sid|.*(?:会话|对话|工单|聊天|咨询|服务)(?:记录|单)?(?:"
                    + " ?id|编号|号|标识|流水号)|会话|对话");
    private static final Pattern OF_A_MESSAGE = Pattern.compile(".*(?:message|entry|消息|part).*");
    private static final Pattern SIDE = Pattern.compile(
            ".*(?:sender|author|role|actor|direction|side|from|sent by|inbound|outbound|发送|角色|方向|发言|身份|来源).*");
    private static final Pattern SORT = Pattern.compile(".*(?:type|kind|event|action|类型|事件).*");
    private static final Pattern AUTHOR =
            Pattern.compile("(?!.*(?:compan|type|role|avatar|url|count|time|date|direction|at$|类型|角色|时间|数))" + ".*(?:"
                    + PeopleWords.WRITERS + "|" + PeopleWords.ANSWERERS + ").*");
    private static final Pattern WROTE = Pattern.compile(".*(?:" + PeopleWords.WRITERS + ").*");
    private static final Pattern HIDDEN = Pattern.compile(".*(?:private|internal|内部).*");
    private static final Pattern AUTOMATIC =
            Pattern.compile(".*(?:auto ?repl|auto ?respon|automat|is ?bot|by ?bot|via ?bot|bot message|自动|机器人).*");

    private final List<JsonNode> records;
    private final List<SampledField> all;
    final SampledField conversation;
    final SampledField side;
    final SampledField time;
    final SampledField words;
    final Optional<SampledField> id;
    final Optional<SampledField> author;
    /** By which one who writes is told from another: an id rather than a name. */
    final Optional<SampledField> writer;

    final Optional<SampledField> customer;
    final Optional<SampledField> sort;
    final Optional<SampledField> hidden;
    final Optional<SampledField> automatic;

    private MessageColumns(
            List<SampledField> all,
            List<JsonNode> records,
            SampledField conversation,
            SampledField side,
            SampledField time,
            SampledField words,
            FieldLikeness likeness) {
        this.all = all;
        this.records = records;
        this.conversation = conversation;
        this.side = side;
        this.time = time;
        this.words = words;
        id = ColumnChoice.best(others().filter(SampledField::isDistinct), likeness::id);
        sort = ColumnChoice.best(others().filter(ColumnChoice.named(SORT)).filter(MessageColumns::isSort), field -> 1);
        hidden = others().filter(ColumnChoice.named(HIDDEN))
                .filter(MessageColumns::isYesOrNo)
                .findFirst();
        automatic = others().filter(ColumnChoice.named(AUTOMATIC))
                .filter(MessageColumns::isYesOrNo)
                .findFirst();
        author = ColumnChoice.best(
                others().filter(ColumnChoice.named(AUTHOR)).filter(field -> !isYesOrNo(field) && isShort(field)),
                MessageColumns::authorship);
        writer = ColumnChoice.best(
                others().filter(ColumnChoice.named(WROTE))
                        .filter(ColumnChoice.named(AUTHOR))
                        .filter(field -> !isYesOrNo(field) && isShort(field)),
                field -> field.name().matches(".*id|.*编号") ? 2 + field.presence() : field.presence());
        customer = ColumnChoice.best(others().filter(field -> !varies(field)), likeness::customer);
    }

    /** Empty where the records are no messages of both sides. */
    public static Optional<MessageColumns> of(
            Collection<SampledField> fields, List<JsonNode> records, FieldLikeness likeness) {
        List<SampledField> all = fields.stream()
                .filter(field -> field.count() > 0 && !field.name().equals("row"))
                .toList();
        Optional<SampledField> conversation = ColumnChoice.best(
                all.stream()
                        .filter(ColumnChoice.named(CONVERSATION))
                        .filter(field -> !ColumnChoice.named(OF_A_MESSAGE).test(field))
                        .filter(field -> field.count() >= records.size() && field.distinct() < records.size()),
                field -> field.distinct() + (field.name().contains("conversation") ? records.size() : 0));
        Optional<SampledField> side =
                ColumnChoice.best(all.stream().filter(MessageColumns::tellsSides), MessageColumns::sidedness);
        if (conversation.isEmpty() || side.isEmpty()) {
            return Optional.empty();
        }
        List<SampledField> rest = all.stream()
                .filter(field -> field != conversation.get() && field != side.get())
                .toList();
        Optional<SampledField> time = ColumnChoice.best(
                rest.stream()
                        .filter(field -> field.count() >= records.size())
                        .filter(field -> varies(field, conversation.get(), records)),
                likeness::time);
        Optional<SampledField> words = ColumnChoice.best(
                rest.stream().filter(field -> varies(field, conversation.get(), records)), likeness::text);
        return time.isEmpty() || words.isEmpty()
                ? Optional.empty()
                : Optional.of(new MessageColumns(
                        all, records, conversation.get(), side.get(), time.get(), words.get(), likeness));
    }

    /** That of a message; empty where it has none. */
    public Optional<SampledField> id() {
        return id;
    }

    /** By which messages belong together. */
    public SampledField conversation() {
        return conversation;
    }

    /** What is said in a message. */
    public SampledField words() {
        return words;
    }

    /** All that were found to mean something. */
    public List<SampledField> taken() {
        return Stream.concat(
                        Stream.of(conversation, side, time, words),
                        Stream.of(id, author, writer, customer, sort, hidden, automatic)
                                .flatMap(Optional::stream))
                .toList();
    }

    /** The words of one side, as they were seen. */
    List<String> wordsOf(Side who) {
        return side.values().stream()
                .distinct()
                .sorted()
                .filter(word -> sideOf(side, word).filter(who::equals).isPresent())
                .toList();
    }

    /** Words of whom nobody here knows. */
    List<String> unknownSides() {
        return side.values().stream()
                .distinct()
                .sorted()
                .filter(word -> sideOf(side, word).isEmpty())
                .toList();
    }

    /** Whether messages of one conversation differ in it. */
    boolean varies(SampledField field) {
        return varies(field, conversation, records);
    }

    private Stream<SampledField> others() {
        return all.stream()
                .filter(field -> field != conversation && field != side && field != time && field != words)
                .filter(field -> field.timeShapes().isEmpty());
    }

    private static boolean varies(SampledField field, SampledField conversation, List<JsonNode> records) {
        Map<String, Set<String>> said = new HashMap<>();
        for (JsonNode record : records) {
            said.computeIfAbsent(record.at(conversation.pointer()).asText(), key -> new HashSet<>())
                    .add(record.at(field.pointer()).toString());
        }
        return said.values().stream().anyMatch(values -> values.size() > 1);
    }

    private static boolean tellsSides(SampledField field) {
        if (field.distinct() > MOST_SIDES || !field.timeShapes().isEmpty()) {
            return false;
        }
        boolean isOfCustomers = has(field, Side.CUSTOMER);
        boolean isOfOthers = has(field, Side.AGENT) || has(field, Side.ROBOT);
        return isOfCustomers && isOfOthers && known(field) >= MOST_KNOWN;
    }

    private static double sidedness(SampledField field) {
        return known(field) + (ColumnChoice.named(SIDE).test(field) ? 1 : 0);
    }

    private static boolean has(SampledField field, Side side) {
        return field.values().stream()
                .distinct()
                .anyMatch(word -> sideOf(field, word).filter(side::equals).isPresent());
    }

    private static double known(SampledField field) {
        List<String> words = field.values().stream().distinct().toList();
        return (double) words.stream()
                        .filter(word -> sideOf(field, word).isPresent())
                        .count()
                / Math.max(1, words.size());
    }

    private static Optional<Side> sideOf(SampledField field, String word) {
        return MessageVocabulary.side(field.called(), word);
    }

    private static boolean isSort(SampledField field) {
        return field.distinct() <= MOST_SORTS
                && field.values().stream()
                        .distinct()
                        .anyMatch(word -> MessageVocabulary.sort(word).isPresent());
    }

    private static boolean isYesOrNo(SampledField field) {
        return field.all(word -> MessageVocabulary.isYes(word) || MessageVocabulary.isNo(word));
    }

    private static boolean isShort(SampledField field) {
        return field.meanLength() <= LONGEST_ID;
    }

    private static double authorship(SampledField field) {
        String name = field.called();
        return (ColumnChoice.named(WROTE).test(field) ? 3 : 1)
                + (name.matches(".*(?:name|姓名|昵称|名称).*") ? 0.5 : 0)
                - (name.matches(".*(?:mail|phone|邮箱|手机).*") ? 0.5 : 0)
                + field.presence();
    }
}
