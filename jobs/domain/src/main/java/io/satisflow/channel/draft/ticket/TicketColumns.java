package io.satisflow.channel.draft.ticket;

import io.satisflow.channel.draft.column.ColumnChoice;
import io.satisflow.channel.draft.column.SampledField;
import io.satisflow.customer.PeopleWords;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The columns of a list of tickets: where their state stands, when what happened, and who has them. */
public final class TicketColumns {
    private static final double MOST_KNOWN = 0.6;
    private static final int MOST_WORDS = 60;
    private static final int LONGEST_WORD = 40;
    private static final int ENOUGH = 4;

    private static final Pattern STATUS =
            Pattern.compile("(?!.*(?:sla|survey|satisf|payment|order|email|deliver|country|read|bot|ai ))"
                    + "(?:.*[^a-z])?(?:status|state|stage|statut|estado)(?: name| label)?|.*(?:状态|进度)");
    private static final Pattern PROMISED = Pattern.compile(
            "(?:custom field time to|.*(?:due|target|\\bsla\\b|expect|deadline|until|goal|violat|breach|within|截止|计划|预计|期望|要求|应在|超时|剩余)).*");
    private static final Pattern CREATED = Pattern.compile(
            ".*(?:creat|open|submit|request|report|start|receiv|raised|added|logged|erstellt|eingang|创建|提交|发起|开始|接入|进线|建单|报单|反馈时间|来访).*");
    private static final Pattern BEST_CREATED = Pattern.compile(".*(?:creat|erstellt|创建|建单|提交).*");
    private static final Pattern SOLVED = Pattern.compile(
            "(?!.*(?:reopen|first)).*(?:resol|solv|complet|finish|done|gelöst|erledigt|解决|完成|办结|完结|处理完|结单).*");
    private static final Pattern CLOSED = Pattern.compile(
            "(?!.*(?:reopen)).*(?:clos|ended|end time|end date|end at|geschlossen|ferm|cerrad|关闭|结束|归档|完毕).*");
    private static final Pattern UPDATED =
            Pattern.compile(".*(?:updat|modif|chang|last (?:activity|action|message|touch)|geändert|修改|更新|最后|最近).*");
    private static final Pattern FIRST_REPLY = Pattern.compile(
            "(?!.*(?:contact reply|customer)).*(?:first.*(?:repl|respon|answer|agent)|initial respon|time to first|erste.? antwort"
                    + "|首次.*(?:回复|响应|应答)|客服首次.*(?:发送|消息)|首响|第一次回复).*");
    private static final Pattern ASSIGNED =
            Pattern.compile(".*(?:assign.*(?:time|date|at|on)|分配时间|受理时间|领取时间|接单时间|指派时间)");
    private static final Pattern OWNER = Pattern.compile(
            "(?!.*(?:group|team|time|date|count|repl|queue|customer|company|account|message|部门|组|时|数|回复|消息|客户))"
                    + ".*(?:" + PeopleWords.COLLEAGUES + ").*");
    private static final Pattern TEAM = Pattern.compile(
            "(?!.*(?:time|date|count|teammate|company)).*(?:group|team|department|queue|abteilung|部门|技能组|小组|分组|客服组|受理组|组织架构).*");
    private static final Pattern PRIORITY =
            Pattern.compile("(?!.*(?:time|date)).*(?:priorit|urgen|severity|dringlichkeit|优先级|紧急|严重).*");
    private static final Pattern KIND =
            Pattern.compile("(?:.*[^a-z])?(?:type|category|kind|classification)(?: name)?|.*(?:类型|分类|类别)");
    /** What is written into a ticket later, mostly by those who handle it. */
    private static final Pattern SAID_LATER = Pattern.compile(
            "(?!.*(?:customer|satisf|rating|feedback|csat|survey|客户|评价|满意)).*(?:comment|repl|answer|resolution|note|work log|internal|备注|回复|答复|处理结果|解决方案|小结|记录).*");

    private static final Pattern ABOUT_TICKETS =
            Pattern.compile(".*(?:ticket|case|issue|incident|conversation|helpdesk|工单|会话|客诉|案件|vorgang).*");
    private static final Pattern LENGTH = Pattern.compile(
            "(?i)\\d+(?:[.,]\\d+)*|\\d+:\\d{1,2}(?::\\d{1,2}(?:\\.\\d+)?)?|(?:\\d+ ?(?:d|days?|h|hrs?|hours?|m|mins?|minutes?|s|secs?|seconds?|天|日|小时|时|分钟|分|秒),? ?)+");
    private static final Pattern SOLVED_AFTER = Pattern.compile(
            ".*(?:time to (?:close|resol|solv)|resolution|resolved in|handl\\w* time|duration|解决时长|处理时长|会话时长|解决用时|处理用时).*");
    private static final Pattern COUNTED_IN_HOURS_OF_WORK =
            Pattern.compile(".*(?:business|working|operating|office|工作时|营业).*");

    private final List<SampledField> all;
    final Optional<SampledField> status;
    final Optional<SampledField> created;
    final Optional<SampledField> firstReply;
    final Optional<SampledField> firstReplyAfter;
    final Optional<SampledField> solved;
    final Optional<SampledField> solvedAfter;
    final Optional<SampledField> closed;
    final Optional<SampledField> updated;
    final Optional<SampledField> assigned;
    final Optional<SampledField> owner;
    final Optional<SampledField> team;
    final Optional<SampledField> priority;
    final Optional<SampledField> kind;

    /** @param fields of the records; each is taken for one thing at most */
    public TicketColumns(Collection<SampledField> fields) {
        all = fields.stream()
                .filter(field -> field.count() > 0 && !field.name().equals("row"))
                .toList();
        status = ColumnChoice.best(
                all.stream().filter(ColumnChoice.named(STATUS)).filter(TicketColumns::isState), TicketColumns::known);
        firstReply = times(FIRST_REPLY).findFirst();
        firstReplyAfter = lengths(FIRST_REPLY).findFirst();
        assigned = times(ASSIGNED).findFirst();
        updated = ColumnChoice.best(
                times(UPDATED)
                        .filter(field -> !ColumnChoice.named(SOLVED).test(field)
                                && !ColumnChoice.named(CLOSED).test(field)),
                field -> field.called().matches(".*(?:updat|modif|修改|更新).*") ? 2 : 1);
        closed = last(times(CLOSED));
        solved = last(times(SOLVED).filter(without(closed)));
        created = ColumnChoice.best(
                times(CREATED)
                        .filter(field -> Stream.of(firstReply, assigned, updated, closed, solved)
                                .allMatch(other -> without(other).test(field))),
                field -> (ColumnChoice.named(BEST_CREATED).test(field) ? 2 : 1) + field.presence());
        solvedAfter = solved.isPresent() || closed.isPresent()
                ? Optional.empty()
                : lengths(SOLVED_AFTER).filter(without(firstReplyAfter)).findFirst();
        owner = ColumnChoice.best(
                all.stream().filter(ColumnChoice.named(OWNER)).filter(TicketColumns::isWord),
                field -> field.presence() + (field.values().get(0).contains("@") ? 0 : 1));
        team = all.stream()
                .filter(ColumnChoice.named(TEAM))
                .filter(TicketColumns::isWord)
                .findFirst();
        priority = ColumnChoice.best(
                all.stream().filter(ColumnChoice.named(PRIORITY)).filter(TicketColumns::isWord),
                field ->
                        1 + share(field, word -> TicketVocabulary.priority(word).isPresent()));
        kind = ColumnChoice.best(
                all.stream()
                        .filter(ColumnChoice.named(KIND))
                        .filter(field ->
                                share(field, word -> TicketVocabulary.kind(word).isPresent()) > 0),
                field -> share(field, word -> TicketVocabulary.kind(word).isPresent()));
    }

    /** Whether the records are tickets rather than answers: they have a state, or say when they were replied to. */
    public boolean areTickets() {
        boolean aboutTickets = all.stream().anyMatch(ColumnChoice.named(ABOUT_TICKETS));
        boolean isHandled = status.isPresent() || firstReply.isPresent() || (aboutTickets && owner.isPresent());
        int evidence = points(2, status)
                + points(2, firstReply.or(() -> firstReplyAfter))
                + points(2, solved.or(() -> closed).or(() -> solvedAfter))
                + points(1, owner)
                + points(1, priority)
                + (aboutTickets ? 1 : 0);
        return created.isPresent() && isHandled && evidence >= ENOUGH;
    }

    private static int points(int worth, Optional<SampledField> column) {
        return column.isPresent() ? worth : 0;
    }

    /** When a ticket was opened. */
    public Optional<SampledField> created() {
        return created;
    }

    /** All that were found to mean something. */
    public List<SampledField> taken() {
        return Stream.of(
                        status,
                        created,
                        firstReply,
                        firstReplyAfter,
                        solved,
                        solvedAfter,
                        closed,
                        updated,
                        assigned,
                        owner,
                        team,
                        priority,
                        kind)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /** Whether these may be the words of who opened the ticket. */
    public static boolean isOpeningWords(SampledField field) {
        return !ColumnChoice.named(SAID_LATER).test(field);
    }

    /** Whether the tool has counted its own working hours, so that a length says no time on the wall. */
    static boolean isOfWorkingHours(SampledField field) {
        return ColumnChoice.named(COUNTED_IN_HOURS_OF_WORK).test(field);
    }

    /** As {@link #unit}; empty for a length of working hours as well. */
    static Optional<String> since(SampledField field) {
        return isOfWorkingHours(field) ? Optional.empty() : unit(field);
    }

    /** What its numbers count, as {@code minutes_since}; empty where neither the name nor the values tell. */
    private static Optional<String> unit(SampledField field) {
        String name = field.called();
        if (name.matches(".*(?:milli|毫秒|\\bms\\b).*")) {
            return Optional.empty();
        }
        if (name.matches(".*(?:sec|秒|\\bs\\b).*")) {
            return Optional.of("seconds_since");
        }
        if (name.matches(".*(?:minu|\\bmins?\\b|分|\\bm\\b).*")) {
            return Optional.of("minutes_since");
        }
        if (name.matches(".*(?:hour|\\bhrs?\\b|小时|\\bh\\b|hh mm).*")) {
            return Optional.of("hours_since");
        }
        if (name.matches(".*(?:\\bdays?\\b|天).*")) {
            return Optional.of("days_since");
        }
        boolean tellsItself = field.allSaid(value -> value.matches("\\d+:\\d{1,2}:\\d{1,2}.*|.*[A-Za-z天时分秒].*"));
        return tellsItself ? Optional.of("minutes_since") : Optional.empty();
    }

    private Stream<SampledField> times(Pattern name) {
        return all.stream()
                .filter(ColumnChoice.named(name))
                .filter(field -> !ColumnChoice.named(PROMISED).test(field))
                .filter(field -> !field.timeShapes().isEmpty());
    }

    private Stream<SampledField> lengths(Pattern name) {
        return all.stream()
                .filter(ColumnChoice.named(name))
                .filter(field -> !ColumnChoice.named(PROMISED).test(field))
                .filter(field -> field.timeShapes().isEmpty()
                        && field.allSaid(value -> LENGTH.matcher(value).matches()));
    }

    private static Optional<SampledField> last(Stream<SampledField> columns) {
        return ColumnChoice.best(
                columns,
                field -> (field.called().contains("last") || field.called().contains("最后") ? 2 : 1)
                        - (field.called().contains("first") ? 1 : 0)
                        + field.presence() / 2);
    }

    private static boolean isState(SampledField field) {
        return isWord(field)
                && known(field) >= MOST_KNOWN
                && field.values().stream().anyMatch(TicketVocabulary::isOfTickets);
    }

    private static boolean isWord(SampledField field) {
        return field.timeShapes().isEmpty() && field.meanLength() <= LONGEST_WORD && field.distinct() <= MOST_WORDS;
    }

    private static double known(SampledField field) {
        return share(field, word -> TicketVocabulary.status(word).isPresent());
    }

    private static double share(SampledField field, Predicate<String> test) {
        List<String> words = field.values().stream().distinct().toList();
        return (double) words.stream().filter(test).count() / Math.max(1, words.size());
    }

    private static Predicate<SampledField> without(Optional<SampledField> other) {
        return field -> other.isEmpty() || other.get() != field;
    }
}
