package io.satisflow.calendar.ical;

import io.satisflow.calendar.ical.HolidayFeed.Day;
import io.satisflow.calendar.ical.HolidayFeed.Unusable;
import io.satisflow.calendar.ical.HolidayFeed.Years;
import io.satisflow.calendar.ical.Instances.Instance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes a feed event by event: its instances, and what each is. */
final class FeedReading {
    private static final Years ALL = new Years(1, 9999);

    private final FeedFile file;
    private final DayWords words;
    private final boolean bounded;
    private final Years years;
    private final FeedHabits habits;
    private final Instances instances;
    private final Map<String, FeedEvent> series = new HashMap<>();
    private final List<Day> days = new ArrayList<>();
    private final List<Unusable> unusable = new ArrayList<>();

    FeedReading(FeedFile file, DayWords words, @Nullable Years years) {
        this.file = file;
        this.words = words;
        this.bounded = years != null;
        this.years = Optional.ofNullable(years).orElse(ALL);
        this.habits = FeedHabits.of(file.events());
        this.instances = Instances.of(file.events(), LocalDate.of(this.years.last(), 12, 31), this::isUnusable);
    }

    HolidayFeed feed() {
        file.events().stream()
                .filter(event -> event.source().getRecurrenceId() == null)
                .forEach(event -> series.putIfAbsent(event.uid(), event));
        file.events().forEach(this::take);
        return new HolidayFeed(decided(), unusable, file.unreadable());
    }

    private void take(FeedEvent event) {
        try {
            if (event.isCancelled()) {
                throw new UnusableEventException("it was cancelled");
            }
            if (!bounded && Series.isEndless(event)) {
                throw new UnusableEventException("it comes again for ever; say for which years with --years");
            }
            if (event.source().getRecurrenceId() == null) {
                instances.of(event).forEach(this::take);
            } else {
                instances.changed(event, series).ifPresent(this::take);
            }
        } catch (UnusableEventException e) {
            isUnusable(event, e);
        }
    }

    private void isUnusable(FeedEvent event, UnusableEventException why) {
        unusable.add(new Unusable(event.name(), String.valueOf(why.getMessage())));
    }

    private void take(Instance instance) {
        FeedEvent event = instance.event();
        DayJudgement verdict = words.verdict(event).orElseGet(() -> habits.verdict(event));
        // Some feeds write make-up days with their working hours; the day counts, its hours are the calendar's.
        int length = verdict.kind() == DayKind.MAKE_UP_DAY && !event.start().dateOnly() ? 1 : WholeDays.of(event);
        instance.first()
                .datesUntil(instance.first().plusDays(length))
                .filter(day -> day.getYear() >= years.first() && day.getYear() <= years.last())
                .forEach(day -> days.add(new Day(day, event.name(), verdict.kind(), verdict.why(), event.location())));
    }

    /** In their order; what is said to be both is a day off, as calendars take it. */
    private List<Day> decided() {
        Set<LocalDate> off = days.stream()
                .filter(day -> day.kind() == DayKind.DAY_OFF)
                .map(Day::date)
                .collect(Collectors.toSet());
        return days.stream()
                .map(day -> day.kind() == DayKind.MAKE_UP_DAY && off.contains(day.date())
                        ? new Day(
                                day.date(),
                                day.name(),
                                DayKind.ASIDE,
                                day.why() + ", but another event makes the same day a day off",
                                day.place())
                        : day)
                .sorted(Comparator.comparing(Day::date))
                .toList();
    }
}
