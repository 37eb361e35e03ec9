package io.satisflow.local.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.channel.ChannelMapping;
import io.satisflow.channel.record.MappedRecord;
import io.satisflow.local.cli.CommandLineRun;
import io.satisflow.local.demo.story.shop.Incident;
import io.satisflow.local.demo.story.shop.ShopTime;
import io.satisflow.local.demo.story.voice.FeedRecord;
import io.satisflow.settings.Settings;
import io.satisflow.settings.SettingsFile;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoFeedTest {
    private static final Instant TEN_LIVE_HOURS = ShopTime.OPENING.plus(Duration.ofHours(10));
    private static final Incident INCIDENT = Incident.ofTheDemo();
    private static final List<FeedRecord> MONTH = records(1, TEN_LIVE_HOURS);

    private static List<FeedRecord> records(long seed, Instant end) {
        DemoFeed feed = new DemoFeed(seed, ShopTime.BEGINNING, INCIDENT);
        List<FeedRecord> records = new ArrayList<>();
        while (feed.nextAt().isBefore(end)) {
            records.add(feed.next());
        }
        return records;
    }

    @Test
    void the_same_seed_gives_the_same_bytes() {
        assertThat(lines(records(1, TEN_LIVE_HOURS))).isEqualTo(lines(MONTH));
    }

    @Test
    void another_seed_is_another_shop() {
        assertThat(lines(records(2, TEN_LIVE_HOURS))).isNotEqualTo(lines(MONTH));
    }

    @Test
    void records_come_in_order_of_time() {
        assertThat(MONTH).extracting(FeedRecord::at).isSorted();
    }

    @Test
    void a_month_is_large_enough_to_be_believed_and_small_enough_to_be_loaded() {
        assertThat(before(ShopTime.OPENING)).hasSizeBetween(10_000, 20_000);
    }

    @Test
    void all_but_a_few_planted_records_are_accepted_by_their_mappings() {
        Settings settings =
                SettingsFile.read(CommandLineRun.HOME.resolve("config/demo/satisflow.yaml"), Optional.empty());
        Map<String, ChannelMapping> mappings = settings.channels().stream()
                .collect(Collectors.toMap(channel -> channel.mapping().channel(), channel -> channel.mapping()));
        List<FeedRecord> refused = MONTH.stream()
                .filter(record ->
                        Objects.requireNonNull(mappings.get(record.channel())).map(record.payload(), record.at())
                                instanceof MappedRecord.Refused)
                .toList();
        assertThat(refused).hasSizeBetween(3, 30);
        assertThat(refused).extracting(FeedRecord::channel).doesNotContain("tickets");
    }

    @Test
    void customers_write_english_and_chinese() {
        long chinese = MONTH.stream().filter(record -> isChinese(record.text())).count();
        assertThat(chinese).isBetween(MONTH.size() / 4L, MONTH.size() * 3L / 4);
    }

    @Test
    void texts_vary() {
        List<String> reviews = MONTH.stream()
                .filter(record -> record.channel().equals("app"))
                .map(record -> record.text().replaceAll(".*\"body\":\"([^\"]*)\".*", "$1"))
                .toList();
        assertThat(reviews.stream().distinct().count()).isGreaterThan(reviews.size() / 3L);
    }

    @Test
    void mornings_are_busier_than_nights_and_mondays_busier_than_sundays() {
        assertThat(count(record -> local(record).getHour() == 10))
                .isGreaterThan(10 * count(record -> local(record).getHour() == 3));
        long sundays = count(record -> local(record).getDayOfWeek().getValue() == 7);
        long mondays = before(ShopTime.OPENING).stream()
                .filter(record -> local(record).getDayOfWeek().getValue() == 1)
                .count();
        assertThat(mondays).isGreaterThan(sundays);
    }

    @Test
    void while_the_incident_lasts_its_region_complains_of_late_deliveries() {
        assertThat(shareOfBadReviews(INCIDENT.start(), INCIDENT.end()))
                .isGreaterThan(3 * shareOfBadReviews(ShopTime.BEGINNING, INCIDENT.start()));
    }

    @Test
    void while_the_incident_lasts_nobody_of_the_delivery_team_answers() {
        assertThat(deliveryReplies(INCIDENT.start(), INCIDENT.end())).isZero();
        assertThat(deliveryReplies(INCIDENT.end(), INCIDENT.end().plus(Duration.ofHours(1))))
                .isGreaterThan(5);
    }

    private static long deliveryReplies(Instant from, Instant to) {
        return count(record -> record.channel().equals("tickets")
                && within(record, from, to)
                && record.text().contains("\"type\":\"agent\"")
                && record.text().contains("\"team\":\"delivery\""));
    }

    private static double shareOfBadReviews(Instant from, Instant to) {
        Predicate<FeedRecord> inSouth = record -> record.channel().equals("app")
                && within(record, from, to)
                && record.text().contains("\"region\":\"South\"");
        return (double) count(inSouth.and(record -> record.text().matches(".*\"stars\":[12].*"))) / count(inSouth);
    }

    private static boolean within(FeedRecord record, Instant from, Instant to) {
        return !record.at().isBefore(from) && record.at().isBefore(to);
    }

    private static long count(Predicate<FeedRecord> which) {
        return MONTH.stream().filter(which).count();
    }

    private static List<FeedRecord> before(Instant end) {
        return MONTH.stream().filter(record -> record.at().isBefore(end)).toList();
    }

    private static ZonedDateTime local(FeedRecord record) {
        return record.at().atZone(ShopTime.ZONE);
    }

    private static boolean isChinese(String text) {
        return text.codePoints().anyMatch(Character::isIdeographic);
    }

    private static List<String> lines(List<FeedRecord> records) {
        return records.stream()
                .map(record -> record.at() + " " + record.key() + " " + record.text())
                .toList();
    }
}
