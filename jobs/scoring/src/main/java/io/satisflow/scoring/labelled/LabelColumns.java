package io.satisflow.scoring.labelled;

import io.satisflow.privacy.Marks;
import io.satisflow.sentiment.SentimentLabel;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Where a row has its text and its label. Exports of reviews have a rating instead, and a rating of one to five stars is a label: one and
 * two negative, three neutral, four and five positive.
 *
 * @param title what stands above a review; null when there is no such column
 * @param stars whether what stands in the column is a number of stars
 */
record LabelColumns(@Nullable String title, String text, String label, boolean stars) {
    static final String LABEL = "label";
    static final String TEXT = "text";

    private static final List<String> TEXTS = List.of(
            TEXT,
            "review text",
            "review",
            "reviewtext",
            "review_text",
            "reviewbody",
            "comment",
            "content",
            "body",
            "评论",
            "评价",
            "内容");
    private static final List<String> TITLES =
            List.of("title", "review title", "review_title", "summary", "headline", "标题");
    private static final List<String> RATINGS =
            List.of("rating", "stars", "star", "star rating", "star_rating", "overall", "score", "评分", "星级");

    /** Empty when a column is missing. */
    static Optional<LabelColumns> of(List<String> header) {
        String text = first(header, TEXTS);
        String rating = first(header, RATINGS);
        if (text == null || (rating == null && !header.contains(LABEL))) {
            return Optional.empty();
        }
        return Optional.of(
                rating == null || header.contains(LABEL)
                        ? new LabelColumns(null, text, LABEL, false)
                        : new LabelColumns(first(header, TITLES), text, rating, true));
    }

    private static @Nullable String first(List<String> header, List<String> names) {
        for (String name : names) {
            for (String column : header) {
                if (column.strip().toLowerCase(Locale.ROOT).equals(name)) {
                    return column;
                }
            }
        }
        return null;
    }

    /** Empty for a row without text or label. */
    Optional<LabelledText> read(CSVRecord row) {
        if (!row.isSet(label) || !row.isSet(text) || row.get(text).isBlank()) {
            return Optional.empty();
        }
        String said = row.get(label).strip();
        return (stars ? ofStars(said) : SentimentLabel.ofWireName(said))
                .filter(known -> known != SentimentLabel.NOT_SCORED)
                .map(known -> new LabelledText(Marks.without(withTitle(row, row.get(text))), known));
    }

    private static Optional<SentimentLabel> ofStars(String said) {
        return switch (said.endsWith(".0") ? said.substring(0, said.length() - 2) : said) {
            case "1", "2" -> Optional.of(SentimentLabel.NEGATIVE);
            case "3" -> Optional.of(SentimentLabel.NEUTRAL);
            case "4", "5" -> Optional.of(SentimentLabel.POSITIVE);
            default -> Optional.empty();
        };
    }

    private String withTitle(CSVRecord row, String body) {
        if (title == null || !row.isSet(title) || row.get(title).isBlank()) {
            return body;
        }
        String above = row.get(title).strip();
        boolean ends = !Character.isLetterOrDigit(above.charAt(above.length() - 1));
        return above + (ends ? " " : ". ") + body;
    }
}
