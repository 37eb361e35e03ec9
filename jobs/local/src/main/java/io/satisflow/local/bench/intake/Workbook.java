package io.satisflow.local.bench.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook with the plainest parts there are: a sheet whose cells hold their texts themselves. */
final class Workbook {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private static final String NAMESPACE = "http://schemas.openxmlformats.org/";
    private static final String TYPES = HEAD + "<Types xmlns=\"" + NAMESPACE + "package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>";
    private static final String SHEETS = HEAD + "<workbook xmlns=\"" + NAMESPACE
            + "spreadsheetml/2006/main\" xmlns:r=\""
            + NAMESPACE + "officeDocument/2006/relationships\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r1\"/>"
            + "</sheets></workbook>";

    private Workbook() {}

    /** @param harm what becomes of the sheet's XML */
    static byte[] of(JsonNode payload, int rows, UnaryOperator<byte[]> harm) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            part(zip, "[Content_Types].xml", TYPES.getBytes(StandardCharsets.UTF_8));
            part(zip, "_rels/.rels", relation("officeDocument", "xl/workbook.xml"));
            part(zip, "xl/workbook.xml", SHEETS.getBytes(StandardCharsets.UTF_8));
            part(zip, "xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml"));
            part(zip, "xl/worksheets/sheet1.xml", harm.apply(sheet(payload, rows)));
        }
        return bytes.toByteArray();
    }

    private static void part(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] relation(String type, String target) {
        return (HEAD
                        + "<Relationships xmlns=\"%spackage/2006/relationships\"><Relationship Id=\"r1\" Type=\"%sofficeDocument/2006/relationships/%s\" Target=\"%s\"/></Relationships>"
                                .formatted(NAMESPACE, NAMESPACE, type, target))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] sheet(JsonNode payload, int rows) {
        List<String> lines = new ArrayList<>();
        lines.add(row(1, payload.properties().stream().map(Map.Entry::getKey).toList()));
        List<String> cells = payload.properties().stream()
                .map(member -> member.getValue().asText())
                .toList();
        for (int i = 2; i <= rows + 1; i++) {
            lines.add(row(i, cells));
        }
        return (HEAD + "<worksheet xmlns=\"" + NAMESPACE + "spreadsheetml/2006/main\"><sheetData>"
                        + String.join("", lines) + "</sheetData></worksheet>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String row(int number, List<String> cells) {
        return "<row r=\"%d\">%s</row>"
                .formatted(
                        number,
                        cells.stream()
                                .map(text -> "<c t=\"inlineStr\"><is><t>" + escaped(text) + "</t></is></c>")
                                .collect(Collectors.joining()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
