package io.satisflow.local.replay.recording;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/**
 * A row of a sheet.
 *
 * @param cells as texts; one that shows a date in ISO without a zone
 * @param fault why what it says is not known; null when it is
 */
record SheetRow(List<String> cells, @Nullable String fault) {
    private static final Pattern DATE_FORMAT = Pattern.compile("(?i).*(?:y|d|h:|:m|:s).*");
    private static final Pattern NO_CODE =
            Pattern.compile("\"[^\"]*\"|\\\\.|\\[(?!h|m|s)[^\\]]*\\]", Pattern.CASE_INSENSITIVE);
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ISO_LOCAL_DATE_TIME;

    static SheetRow of(Row row, StoredResults results) {
        List<String> texts = new ArrayList<>();
        String fault = null;
        for (Cell cell : row) {
            texts.add(text(cell));
            if (cell != null && fault == null && hasNoResult(cell) && results.areMissing()) {
                fault =
                        "cell %s holds a formula without its result, as programs write it that do not compute: open the workbook in a spreadsheet program and save it, or save it as .csv"
                                .formatted(cell.getAddress());
            }
        }
        return new SheetRow(texts, fault);
    }

    private static boolean hasNoResult(Cell cell) {
        String result = cell.getRawValue();
        return cell.getFormula() != null && (result == null || result.isEmpty());
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
            return "";
        }
        if (cell.getType() == CellType.NUMBER && isDate(cell.getDataFormatString())) {
            return LOCAL.format(cell.asDate().withNano(0));
        }
        String raw = cell.getType() == CellType.NUMBER ? cell.asNumber().toPlainString() : cell.getText();
        return raw == null ? "" : cell.getType() == CellType.BOOLEAN ? raw.toLowerCase(Locale.ROOT) : raw;
    }

    private static boolean isDate(@Nullable String dataFormat) {
        return dataFormat != null
                && DATE_FORMAT
                        .matcher(NO_CODE.matcher(dataFormat).replaceAll(""))
                        .matches();
    }
}
