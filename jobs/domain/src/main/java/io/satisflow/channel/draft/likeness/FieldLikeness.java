package io.satisflow.channel.draft.likeness;

import io.satisflow.channel.draft.column.SampledField;
import io.satisflow.channel.draft.rating.RatingGuess;
import io.satisflow.channel.field.time.TimeShape;
import io.satisflow.customer.PeopleWords;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How much a field looks like what a mapping asks for, by its name and by what stands in it; 0 where it does not. The numbers are
 * only compared with each other.
 *
 * @param records that were sampled
 */
public record FieldLikeness(int records) {
    public static final int LONG_TEXT = 20;
    private static final double LONGEST = 200;
    private static final double NAMED = 100;
    private static final double MOSTLY_THERE = 60;
    private static final double TITLE = 10;

    private static final Pattern ID_NAME = Pattern.compile(
            "id|_id|uuid|guid|key|token|#|number|no|nr|ticket|case|incident|(?:ticket|issue|case)[ _-]?key|.*[_ ]?id|.*uuid|.*token|index|column_1"
                    + "|.*(?:ticket|case|review|response|submission|reference)[ _-]?(?:number|no|nr|#)|序号|编号|.*编号|.*id号|票号|.*单号");
    private static final Pattern ID_OF_A_RECORD = Pattern.compile(
            ".*(?:review|respon|submission|answer|ticket|case|issue|incident|conversation|session|message|comment|feedback|评价|答卷|工单|会话).*");
    private static final Pattern ID_OF_SOMETHING_ELSE = Pattern.compile(
            ".*(?:product|store|shop|app|collector|mailbox|folder|survey|form|account|owner|assignee|page|thread|user).*");
    static final Pattern PERSON_NAME =
            Pattern.compile("(?!.*(?:language|locale|msg_?id|message|url|photo|avatar|image))" + ".*(?:"
                    + PeopleWords.CUSTOMERS + "|" + PeopleWords.ANYBODY + ").*");
    private static final Pattern PERSON_AS_RECORD = Pattern.compile(".*respondent.*");
    private static final Pattern TEXT_NAME = Pattern.compile(
            ".*(comment|text|body|review|feedback|message|content|description|verbatim|note|reason|why|[?？]|kommentar|nachricht|avis|comentario|意见|建议|评论|评价内容|内容|反馈|原因).*");
    private static final Pattern NO_TEXT_NAME =
            Pattern.compile(".*(?:status|state|type|source|channel|platform|language).*");
    private static final Pattern TITLE_NAME = Pattern.compile(".*(?:title|subject|summary|ticket name|标题|主题).*");
    /** What is said back to customers is not their word. */
    private static final Pattern ANSWER_NAME =
            Pattern.compile("(?!.*(?:open-ended|[?？])).*(reply|replies|response|developer|回复|答复).*");

    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://\\S+|.*\\S@\\S+\\.\\S+.*", Pattern.DOTALL);
    private static final Pattern NO_WORDS = Pattern.compile("(?i)-?[\\d.,]+|true|false|yes|no");
    private static final Pattern TIME_NAME =
            Pattern.compile(".*(date|time|created|updated|submitted|published|opened|_at|at|ts|stamp|时间|日期).*");
    private static final Pattern BEGINNING = Pattern.compile(
            ".*(created|submit|提交|评价时间|occurred|opened|completion|responded|response|answered|scored).*");
    private static final Pattern OF_A_RATING = Pattern.compile(".*(rating|review|scored|response|submit).*");
    private static final Pattern BEFORE_OR_BEHIND =
            Pattern.compile(".*(start|begin|sent|invit|due|thread|clos|repl|visit|开始|回复).*");
    private static final Pattern EDIT_NAME = Pattern.compile(".*(updat|modif|edited|修改|更新).*");
    private static final Pattern LATER = Pattern.compile(".*(updat|modif|edit|last|修改|更新).*");

    public double id(SampledField field) {
        boolean isPerson = PERSON_NAME.matcher(field.name()).matches()
                && !PERSON_AS_RECORD.matcher(field.name()).matches();
        boolean isNamed = ID_NAME.matcher(field.name()).matches() && !isPerson;
        boolean isEverywhere = field.count() == records && (records == 1 || field.distinct() > 1);
        if (!isEverywhere || !isNamed || field.distinct() * 2 < field.count()) {
            return 0;
        }
        return (field.isDistinct() ? 10 : 1)
                + (field.name().matches("id|_id|uuid|guid|#|序号") ? 5 : 0)
                + (ID_OF_A_RECORD.matcher(field.name()).matches() ? 4 : 0)
                - (ID_OF_SOMETHING_ELSE.matcher(field.name()).matches() ? 0.8 : 0)
                - depth(field) / 10;
    }

    private static double depth(SampledField field) {
        return field.pointer().chars().filter(c -> c == '/').count();
    }

    public double time(SampledField field) {
        List<TimeShape> shapes = field.timeShapes();
        boolean isNamed = TIME_NAME.matcher(field.name()).matches();
        boolean isNumber = field.all(value -> value.matches("-?[\\d.]+"));
        if (shapes.isEmpty() || (isNumber && !isNamed)) {
            return 0;
        }
        return 1
                + (isNamed ? 2 : 0)
                + (BEGINNING.matcher(field.name()).matches() ? 2 : 0)
                + (OF_A_RATING.matcher(field.name()).matches() ? 0.5 : 0)
                - (LATER.matcher(field.name()).matches() ? 1.5 : 0)
                - (BEFORE_OR_BEHIND.matcher(field.name()).matches() ? 1.5 : 0)
                - depth(field) / 10
                + (double) field.count() / Math.max(1, records);
    }

    public double edit(SampledField field) {
        return EDIT_NAME.matcher(field.name()).matches()
                        && !ANSWER_NAME
                                .matcher(field.pointer().toLowerCase(Locale.ROOT))
                                .matches()
                ? time(field)
                : 0;
    }

    public double text(SampledField field) {
        boolean isConstant = field.count() > 1 && field.distinct() == 1;
        boolean isNone = RatingGuess.isNamed(field)
                || isConstant
                || DoubtfulWords.isTranscript(field)
                || DoubtfulWords.isCategory(field)
                || NO_TEXT_NAME.matcher(field.name()).matches()
                || !field.timeShapes().isEmpty()
                || field.all(value -> NO_WORDS.matcher(value).matches())
                || field.howMany(value -> ADDRESS.matcher(value).matches() && value.length() < 2 * LONG_TEXT) * 2
                        > field.count();
        if (isNone || field.count() == 0) {
            return 0;
        }
        boolean isTitle = TITLE_NAME.matcher(field.name()).matches();
        boolean isNamed = TEXT_NAME.matcher(field.words()).matches()
                && !PERSON_NAME.matcher(field.name()).matches()
                && !ID_NAME.matcher(field.name()).matches();
        boolean isLong = field.meanLength() >= LONG_TEXT
                && field.howMany(value ->
                                value.indexOf(' ') > 0 || value.codePoints().anyMatch(c -> c > 0x2e80))
                        > 0;
        double likeness = Math.min(LONGEST, field.meanLength())
                + (isNamed ? NAMED : 0)
                + MOSTLY_THERE * field.count() / Math.max(1, records);
        if (isTitle) {
            return TITLE + Math.min(TITLE, field.meanLength());
        }
        return !isNamed && !isLong ? 0 : ANSWER_NAME.matcher(field.name()).matches() ? likeness / 100 : likeness;
    }

    public double customer(SampledField field) {
        return CustomerColumn.likeness(field);
    }
}
