package io.satisflow.channel.draft;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What tools write where nobody has said anything, or nobody has taken it: a word for a reader, and no value. */
final class SignsForNothing {
    private static final Pattern ANYWHERE = Pattern.compile("(?i)-+|[—–/]+|n/?a|null|none|nil|\\\\N|无|暂无|空");
    private static final Pattern INSTEAD_OF_ANSWER = Pattern.compile(
            "(?i)[(（\\[]?(?:(?:not|never) (?:yet )?(?:rated|answered|given|applicable)|un-?rated|unanswered|no"
                    + " (?:rating|answer|response|score|opinion)|skipped|(?:don'?t|do not) know|prefer not to"
                    + " (?:say|answer)|[尚暂]?未评价?|未评分|未打分|未填写?|未作答|未回答|未参评|未参与(?:评价)?"
                    + "|没有评价|暂无评价|无评价|待评价|未邀评|不适用|跳过|空)[)）\\]]?");
    private static final Pattern INSTEAD_OF_SOMEBODY =
            Pattern.compile("(?i)[(（\\[]?(?:un-?assigned|not (?:yet )?assigned|nobody|no ?one|no"
                    + " (?:agent|owner|assignee|team|group)|未分配|待分配|未指派|未领取|无人(?:接待)?|未接入)[)）\\]]?");

    private SignsForNothing() {}

    static boolean isOne(String value) {
        return ANYWHERE.matcher(value).matches();
    }

    static boolean isNoAnswer(String value) {
        return isOne(value) || INSTEAD_OF_ANSWER.matcher(value).matches();
    }

    static boolean isNobody(String value) {
        return isOne(value) || INSTEAD_OF_SOMEBODY.matcher(value).matches();
    }

    /** Where it stands, and which words of it are none. */
    static String pointer(SampledField field, Predicate<String> sign) {
        String values = values(seen(field, sign));
        return values.isEmpty()
                ? DraftLine.pointer(field)
                : "{pointer: %s, values: {%s}}".formatted(DraftLine.pointer(field), values);
    }

    static List<String> seen(SampledField field, Predicate<String> sign) {
        return field.values().stream().filter(sign).distinct().sorted().toList();
    }

    /** As a mapping writes that they are none. */
    static String values(List<String> signs) {
        return signs.stream().map(sign -> DraftLine.quoted(sign) + ": \"\"").collect(Collectors.joining(", "));
    }
}
