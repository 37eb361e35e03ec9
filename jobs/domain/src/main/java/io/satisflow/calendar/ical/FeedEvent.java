package io.satisflow.calendar.ical;

import biweekly.component.VEvent;
import biweekly.parameter.Range;
import biweekly.property.RawProperty;
import biweekly.property.TextProperty;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An event of a feed, as far as days off are concerned.
 *
 * @param source with its dates and rules
 * @param home the time zone that it is written in, else that of the feed; empty when none is said
 * @param name its summary, in one line
 * @param location where it holds; empty when nothing is said
 */
record FeedEvent(
        VEvent source,
        Optional<ZoneId> home,
        String name,
        String description,
        List<String> categories,
        String location) {
    private static final String MARK = "X-APPLE-SPECIAL-DAY";

    static FeedEvent of(VEvent event, Optional<ZoneId> home) {
        List<String> categories = event.getCategories().stream()
                .flatMap(each -> each.getValues().stream())
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
        return new FeedEvent(
                event,
                home,
                text(event.getSummary()).replaceAll("\\s+", " "),
                text(event.getDescription()),
                categories,
                text(event.getLocation()).replaceAll("\\s+", " "));
    }

    /** The same instance of a series; what it does not say is as in the series. */
    FeedEvent within(FeedEvent series) {
        return new FeedEvent(
                source,
                home,
                name.isEmpty() ? series.name : name,
                description.isEmpty() ? series.description : description,
                categories.isEmpty() ? series.categories : categories,
                location.isEmpty() ? series.location : location);
    }

    /** What clients colour days by: {@code WORK-HOLIDAY} or {@code ALTERNATE-WORKDAY}. */
    Optional<String> mark() {
        return Optional.ofNullable(source.getExperimentalProperty(MARK))
                .map(RawProperty::getValue)
                .map(String::strip);
    }

    String uid() {
        return text(source.getUid());
    }

    boolean isCancelled() {
        return source.getStatus() != null && source.getStatus().isCancelled();
    }

    int sequence() {
        return Optional.ofNullable(source.getSequence())
                .map(property -> property.getValue())
                .orElse(0);
    }

    FeedTime start() {
        return Optional.ofNullable(source.getDateStart())
                .map(property -> property.getValue())
                .map(date -> FeedTime.of(date, home))
                .orElseThrow(() -> new UnusableEventException("it has no date that can be read (DTSTART)"));
    }

    Optional<FeedTime> end() {
        return Optional.ofNullable(source.getDateEnd())
                .map(property -> property.getValue())
                .map(date -> FeedTime.of(date, home));
    }

    /** Which instance of a series this one takes the place of. */
    Optional<FeedTime> replaces() {
        return Optional.ofNullable(source.getRecurrenceId())
                .map(property -> property.getValue())
                .map(date -> FeedTime.of(date, home));
    }

    /** Whether it takes the place of all later instances, too. */
    boolean replacesLaterOnes() {
        return source.getRecurrenceId() != null
                && Range.THIS_AND_FUTURE.equals(source.getRecurrenceId().getRange());
    }

    /** All that is said of it in words. */
    Stream<String> words() {
        return Stream.of(Stream.of(name, description, location), categories.stream())
                .flatMap(each -> each)
                .filter(each -> !each.isEmpty());
    }

    private static String text(@Nullable TextProperty property) {
        return property == null || property.getValue() == null
                ? ""
                : property.getValue().strip();
    }
}
