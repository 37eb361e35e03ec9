package io.satisflow.channel.draft.column;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What tools write where nobody has said anything, or nobody has taken it: a word for a reader, and no value. */
public final class SignsForNothing {
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

    public static boolean isOne(String value) {
        return ANYWHERE.matcher(value).matches();
    }

    public static boolean isNoAnswer(String value) {
        return isOne(value) || INSTEAD_OF_ANSWER.matcher(value).matches();
    }

    public static boolean isNobody(String value) {
        return isOne(value) || INSTEAD_OF_SOMEBODY.matcher(value).matches();
    }

    /** Those that were seen at a place. */
    public static List<String> seen(SampledField field, Predicate<String> sign) {
        return field.values().stream().filter(sign).distinct().sorted().toList();
    }
}
