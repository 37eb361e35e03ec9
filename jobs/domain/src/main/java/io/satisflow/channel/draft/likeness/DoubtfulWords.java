package io.satisflow.channel.draft.likeness;

import io.satisflow.channel.draft.column.SampledField;
import io.satisflow.channel.draft.text.DraftText;
import java.util.regex.Pattern;

/** Words that stand in a record, and are not what one customer wrote: whole conversations, and the names of topics. */
public final class DoubtfulWords {
    private static final int ENOUGH = 12;
    private static final int MOST_TOPICS = 30;
    private static final int OFTEN = 5;
    private static final int SOMETIMES = 3;

    private static final Pattern TRANSCRIPT_NAME = Pattern.compile(
            "(?:.*[^a-z])?(?:transcripts?|(?:chat|conversation|dialog(?:ue)?|call)[ _-]?(?:logs?|history|records?|transcripts?))(?:[^a-z].*)?"
                    + "|.*(?:会话|聊天|对话|沟通|通话)(?:记录|详情|明细|文本).*");
    private static final String TIME = "\\d{1,2}[:：]\\d{2}(?:[:：]\\d{2}(?:\\.\\d{1,6})?)?(?: ?[AaPp]\\.?[Mm]\\.?)?";
    /** Who wrote and when, on a line of its own or before the words. */
    private static final Pattern LINE_WITH_TIME = Pattern.compile("(?m)^[ \\t]*(?:[^\\n]{0,60}[^\\n\\d:：])?" + TIME
            + "[\\])）]?[ \\t]*$|^[ \\t]*[\\[(（]?(?:\\d{2,4}[-/.]\\d{1,2}[-/.]\\d{1,4}[ T,]+)?" + TIME
            + "[\\])）]?[ \\t,;-]+\\S[^\\n]*");

    private static final Pattern LINE_OF_SOMEBODY =
            Pattern.compile("(?mi)^[ \\t]*[\\[(（]?(?:agent|support|operator|bot|system|客服|坐席|座席|人工|机器人|系统)[^\\n"
                    + ":：]{0,40}[:：][ \\t]*\\S");

    private DoubtfulWords() {}

    /** What both sides wrote, in one cell: by the times or the names before the words. */
    public static boolean isTranscript(SampledField field) {
        long withSpeakers = field.howMany(DoubtfulWords::tellsWhoWrote);
        boolean isNamed = TRANSCRIPT_NAME.matcher(field.name()).matches();
        return isNamed ? withSpeakers > 0 : withSpeakers * 2 > field.count();
    }

    private static boolean tellsWhoWrote(String value) {
        boolean hasLines = value.indexOf('\n') >= 0;
        return LINE_OF_SOMEBODY.matcher(value).find()
                || (hasLines && LINE_WITH_TIME.matcher(value).find());
    }

    /** A few short words again and again: what people choose, not what they write. */
    static boolean isCategory(SampledField field) {
        return isRepeated(field, OFTEN)
                && field.distinct() <= MOST_TOPICS
                && field.meanLength() < FieldLikeness.LONG_TEXT;
    }

    /** What a reader should look at before these are taken for a customer's words; empty where nothing is odd. */
    public static String doubt(SampledField field, DraftText text) {
        if (TRANSCRIPT_NAME.matcher(field.name()).matches()) {
            return text.say("CHECK that only customers' words stand here: those of agents would be scored as theirs");
        }
        return isRepeated(field, SOMETIMES)
                ? text.say(
                        "CHECK that customers wrote this: only %d different ones in %d",
                        field.distinct(), field.count())
                : "";
    }

    private static boolean isRepeated(SampledField field, int times) {
        return field.count() >= ENOUGH && field.distinct() * times <= field.count();
    }
}
