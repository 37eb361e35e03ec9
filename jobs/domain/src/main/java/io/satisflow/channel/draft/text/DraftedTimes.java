package io.satisflow.channel.draft.text;

import io.satisflow.channel.draft.column.SampledField;
import io.satisflow.channel.field.time.TimeShape;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The times of a draft: in which formats they are written, which of day and month comes first, and whether they tell a zone. */
public final class DraftedTimes {
    private final DraftText text;
    private final @Nullable String zone;
    private final @Nullable Boolean isDayFirst;
    private boolean lacksZone;

    /**
     * @param fields of the records: what one shows of day and month holds for all, since one tool wrote them
     * @param zone of times that tell none, as far as known
     */
    public DraftedTimes(Collection<SampledField> fields, @Nullable String zone, DraftText text) {
        this.text = text;
        this.zone = zone;
        Set<Boolean> orders = fields.stream()
                .filter(field -> field.timeShapes().size() == 1 && !field.isAmbiguous())
                .map(field -> field.timeShapes().get(0))
                .filter(TimeShape::isAmbiguous)
                .map(TimeShape::isDayFirst)
                .collect(Collectors.toSet());
        this.isDayFirst = orders.size() == 1 ? orders.iterator().next() : null;
    }

    private List<TimeShape> shapes(SampledField field) {
        List<TimeShape> shapes = field.timeShapes();
        boolean isToTurn =
                field.isAmbiguous() && isDayFirst != null && shapes.get(0).isDayFirst() != isDayFirst;
        return isToTurn ? List.of(shapes.get(0).otherWayRound()) : shapes;
    }

    /** Where it stands and how it is written. */
    public String at(SampledField field) {
        return "{pointer: %s, %s}".formatted(text.pointer(field), formats(List.of(field)));
    }

    /** The first of several that is there. */
    public String atFirst(List<SampledField> fields) {
        return fields.size() == 1
                ? at(fields.get(0))
                : "{first: [%s], %s}".formatted(text.pointers(fields), formats(fields));
    }

    /** How long after another time, told as a number or as a length. */
    public String after(SampledField field, String unit, SampledField start) {
        return "{pointer: %s, %s%s: %s}".formatted(text.pointer(field), none(List.of(field)), unit, at(start));
    }

    /** The same, and the other time where there is no length. */
    public String afterIfAny(SampledField field, String unit, SampledField start) {
        return "{pointer: %s, %sdefault: 0, %s: %s}"
                .formatted(text.pointer(field), none(List.of(field)), unit, at(start));
    }

    private String formats(List<SampledField> fields) {
        Set<String> formats = new LinkedHashSet<>();
        Set<String> languages = new LinkedHashSet<>();
        for (SampledField field : fields) {
            for (TimeShape shape : shapes(field)) {
                formats.add(DraftLine.quoted(shape.format()));
                lacksZone |= !shape.zoned();
                if (!shape.isInEnglish()) {
                    languages.add(shape.language());
                }
            }
        }
        String language =
                languages.isEmpty() ? "" : ", locale: " + languages.iterator().next();
        String listed = String.join(", ", formats);
        return none(fields) + (formats.size() == 1 ? "format: " + listed : "format: [" + listed + "]") + language;
    }

    private static String none(List<SampledField> fields) {
        Set<String> signs = new LinkedHashSet<>();
        fields.forEach(field -> signs.addAll(field.placeholders()));
        return signs.isEmpty() ? "" : "values: {%s}, ".formatted(DraftLine.nothing(signs));
    }

    /** What a reader should know of it. */
    public String why(SampledField field) {
        boolean isBoth = shapes(field).stream()
                        .filter(TimeShape::isAmbiguous)
                        .map(TimeShape::isDayFirst)
                        .distinct()
                        .count()
                > 1;
        String order = "";
        if (field.isAmbiguous()) {
            order = isDayFirst == null
                    ? text.say("CHECK which is day and which is month: no value of the file shows it")
                    : text.say("day and month in the order that another column shows");
        } else if (isBoth) {
            order = text.say("CHECK: some of them have the day first and others the month, so that 3/4 may be either");
        }
        boolean isZoned = field.timeShapes().stream().allMatch(TimeShape::zoned);
        return text.and(text.say(isZoned ? "a time" : "a time that tells no zone"), order);
    }

    /** Names the zone of all times; nothing when each tells its own. */
    public void zoneLine(DraftText draft) {
        if (zone != null) {
            // UTC by itself would be a guess to whoever reads the mapping.
            draft.line("zone: " + (zone.equals("UTC") ? "Etc/UTC" : zone), draft.say("as it was said for this file"));
        } else if (lacksZone) {
            draft.line(
                    "zone: UTC",
                    draft.say("the times below tell NO ZONE: write the one they are in, such as Europe/Berlin,"
                            + " Asia/Shanghai or Etc/UTC"));
        }
    }
}
