package io.satisflow.calendar.ical;

import io.satisflow.calendar.ical.DeclaredKind.Declaration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a feed tells its days off: by marks, by kinds, or not at all, in which case everything in it is a day off that does
 * not say otherwise. Taken from the whole feed, since one event alone says little: where some are marked (休) and (班), the
 * rest are festivals on which people work; where some are national holidays, the days of banks and of states are not for
 * all.
 *
 * @param marked whether days off are marked
 * @param off the kind of holiday that is a day off; empty when the feed names none
 */
record FeedHabits(boolean marked, Optional<DeclaredKind> off) {

    static FeedHabits of(List<FeedEvent> events) {
        return new FeedHabits(isMarked(events), off(events));
    }

    /** One mark is a name, such as 公休日; marks for both kinds of days, or on most days, are a habit. */
    private static boolean isMarked(List<FeedEvent> events) {
        long off = events.stream()
                .filter(event -> NameWords.isMarkedOff(event.name()))
                .count();
        boolean makeUp = events.stream().anyMatch(event -> NameWords.isMakeUpDay(event.name()));
        return events.stream().anyMatch(event -> event.mark().isPresent())
                || (off > 0 && makeUp)
                || (off > 1 && off * 2 >= events.size());
    }

    private static Optional<DeclaredKind> off(List<FeedEvent> events) {
        Map<DeclaredKind, Integer> counts = new EnumMap<>(DeclaredKind.class);
        events.forEach(
                event -> DeclaredKind.of(event).ifPresent(declared -> counts.merge(declared.kind(), 1, Integer::sum)));
        int national = counts.getOrDefault(DeclaredKind.NATIONAL, 0);
        int bank = counts.getOrDefault(DeclaredKind.BANK, 0);
        if (national > 0 && national >= bank) {
            return Optional.of(DeclaredKind.NATIONAL);
        }
        return bank > 0
                ? Optional.of(DeclaredKind.BANK)
                : Optional.of(DeclaredKind.REGIONAL).filter(counts::containsKey);
    }

    DayJudgement verdict(FeedEvent event) {
        return event.mark()
                .flatMap(FeedHabits::byMark)
                .or(() -> byName(event))
                .or(() -> DeclaredKind.of(event).flatMap(this::byKind))
                .orElseGet(() -> byDefault(event));
    }

    private static Optional<DayJudgement> byMark(String mark) {
        return switch (mark) {
            case "WORK-HOLIDAY" -> Optional.of(DayJudgement.off("it is marked as a day off (X-APPLE-SPECIAL-DAY)"));
            case "ALTERNATE-WORKDAY" ->
                Optional.of(DayJudgement.makeUp("it is marked as a make-up day (X-APPLE-SPECIAL-DAY)"));
            default -> Optional.empty();
        };
    }

    private static Optional<DayJudgement> byName(FeedEvent event) {
        if (NameWords.isWorkedHoliday(event.name())) {
            return Optional.of(DayJudgement.aside("its name says that it is worked"));
        }
        return NameWords.isMakeUpDay(event.name())
                ? Optional.of(DayJudgement.makeUp("its name says so"))
                : Optional.empty();
    }

    private Optional<DayJudgement> byKind(Declaration declared) {
        return switch (declared.kind()) {
            case MAKE_UP_DAY -> Optional.of(DayJudgement.makeUp(declared.words()));
            case WORKED_HOLIDAY, OPTIONAL, OBSERVANCE ->
                Optional.of(DayJudgement.aside("%s, which is no day off for all", declared.words()));
            case NATIONAL, BANK, REGIONAL ->
                Optional.of(
                        isOff(declared.kind())
                                ? DayJudgement.off(declared.words())
                                : DayJudgement.aside(
                                        "%s, while other days of the feed are for all; take it with --holiday",
                                        declared.words()));
        };
    }

    private boolean isOff(DeclaredKind kind) {
        return kind == DeclaredKind.NATIONAL || off.filter(kind::equals).isPresent();
    }

    private DayJudgement byDefault(FeedEvent event) {
        if (marked) {
            return NameWords.isMarkedOff(event.name())
                    ? DayJudgement.off("its name is marked as a day off")
                    : DayJudgement.aside(
                            "it is not marked as a day off, while others are; choose the words with --holiday");
        }
        return NameWords.isNeverOff(event.name())
                ? DayJudgement.aside("by its name nobody takes it off; choose the words with --holiday")
                : DayJudgement.off("a feed of holidays, and nothing says otherwise");
    }
}
