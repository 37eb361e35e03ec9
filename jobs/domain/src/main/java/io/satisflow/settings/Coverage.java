package io.satisflow.settings;

import com.fasterxml.jackson.core.JsonPointer;
import io.satisflow.channel.ChannelMapping;
import io.satisflow.channel.field.Field;
import io.satisflow.channel.field.RatingField;
import io.satisflow.feedback.Rating;
import io.satisflow.satisfaction.metric.Metric;
import io.satisflow.satisfaction.score.TrackedMetric;
import io.satisflow.segment.GroupingSet;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the settings allow and nobody can have meant: answers that no metric counts, metrics that no channel feeds, segments by
 * what no feedback carries.
 */
public final class Coverage {
    /** What feedback has whatever its mapping says. */
    private static final Set<String> ALWAYS_THERE = Set.of("channel", "language");

    /** Where the number of a row is put beside the columns of a file. */
    private static final JsonPointer ROW = JsonPointer.valueOf("/row");

    private static final String ATTRIBUTE = "attributes.";
    private static final Pattern IN_A_LIST = Pattern.compile("(.*?)/(\\d+)/.*");

    private final Settings settings;
    private final List<ChannelMapping> channels;

    public Coverage(Settings settings) {
        this.settings = settings;
        this.channels =
                settings.channels().stream().map(ChannelSettings::mapping).toList();
    }

    /**
     * @param metricsAreNamed whether the settings name their metrics; the usual ones need not all be fed
     * @param segmentsAreNamed whether they name what segments are made by; the usual ones need not all be carried
     */
    public List<String> remarks(boolean metricsAreNamed, boolean segmentsAreNamed) {
        List<String> remarks = new ArrayList<>();
        channels.forEach(channel -> channel.ratings().stream()
                .filter(rating -> !isMeasured(rating))
                .map(rating ->
                        "%s of channel %s is measured by no metric; add one for this question and scale to metrics, or its answers count nowhere"
                                .formatted(shown(rating), channel.channel()))
                .forEach(remarks::add));
        channels.forEach(channel -> remarks.addAll(answersByPlace(channel)));
        channels.forEach(channel -> idsByRow(channel).ifPresent(remarks::add));
        if (metricsAreNamed && !channels.isEmpty()) {
            settings.satisfaction()
                    .metrics()
                    .forEach(tracked -> remarks.addAll(new MetricSources(settings, channels).remarks(tracked)));
        }
        if (segmentsAreNamed) {
            settings.satisfaction().groupings().stream()
                    .map(GroupingSet::dimensions)
                    .flatMap(List::stream)
                    .distinct()
                    .flatMap(dimension -> unfilled(dimension).stream())
                    .forEach(remarks::add);
        }
        return remarks;
    }

    /**
     * Answers that are looked for at several numbers of one list, where another one stands as soon as a question is left out. One
     * number alone may be right: a list that begins with what the customer said.
     */
    public static List<String> answersByPlace(ChannelMapping channel) {
        Map<String, Set<String>> placesOfLists = new HashMap<>();
        Map<String, String> remarks = new LinkedHashMap<>();
        for (RatingField rating : channel.ratings()) {
            for (JsonPointer pointer : rating.field().pointers()) {
                Matcher place = IN_A_LIST.matcher(pointer.toString());
                if (place.matches()) {
                    placesOfLists
                            .computeIfAbsent(place.group(1), list -> new HashSet<>())
                            .add(place.group(2));
                    remarks.putIfAbsent(
                            place.group(1),
                            "%s of channel %s stands at %s, by its place in a list: where a question is left out, another one's answer stands there; name the question with select: {in: .., where: {..}, take: ..}"
                                    .formatted(rating.question(), channel.channel(), pointer));
                }
            }
        }
        remarks.keySet()
                .removeIf(list -> placesOfLists.getOrDefault(list, Set.of()).size() == 1);
        return List.copyOf(remarks.values());
    }

    /** A row of a file has a number; what arrives by itself has none. */
    private static Optional<String> idsByRow(ChannelMapping channel) {
        List<String> keys = channel.ids().entrySet().stream()
                .filter(entry -> isByRow(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        return keys.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "channel %s takes %s from /row, the number that rows of a file are given: what arrives live has none, and each record would be refused (missing_id), although the door for HTTP has taken it; name a field that is the record's own, or join some that are so together: id: {join: [/customer, /opened_at], with: \"|\"}"
                                .formatted(channel.channel(), String.join(", ", keys)));
    }

    private static boolean isByRow(Field id) {
        boolean isElsewhere = id.selection() != null || id.fallback() != null;
        long rows = id.pointers().stream().filter(ROW::equals).count();
        return !isElsewhere
                && rows > 0
                && (!id.onlyFirst() || rows == id.pointers().size());
    }

    private List<Metric> metrics() {
        return settings.satisfaction().metrics().stream()
                .map(TrackedMetric::metric)
                .toList();
    }

    private boolean isMeasured(RatingField rating) {
        Rating answer = new Rating(
                rating.question(),
                rating.scale().min(),
                rating.scale().min(),
                rating.scale().max());
        return metrics().stream()
                .anyMatch(metric -> metric.asked().stream().anyMatch(asked -> asked.isAnsweredBy(answer)));
    }

    /** Tickets may carry it all the same, but it is feedback that fills segments with answers. */
    private Optional<String> unfilled(String dimension) {
        String attribute = dimension.startsWith(ATTRIBUTE) ? dimension.substring(ATTRIBUTE.length()) : dimension;
        boolean isFilled = ALWAYS_THERE.contains(dimension)
                || channels.isEmpty()
                || channels.stream().anyMatch(channel -> channel.attributes().contains(attribute));
        return isFilled
                ? Optional.empty()
                : Optional.of(
                        "segments are made by %s, which the feedback of no channel carries: all of it will be in the segment null, and an alert on it is about nothing; add attributes: {%s: ..} to a mapping, or take it out of segments"
                                .formatted(dimension, attribute));
    }

    private static String shown(RatingField rating) {
        return shown(rating.question(), rating.scale().min(), rating.scale().max());
    }

    static String shown(String question, double min, double max) {
        DecimalFormat number = new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT));
        return "%s [%s, %s]".formatted(question, number.format(min), number.format(max));
    }
}
