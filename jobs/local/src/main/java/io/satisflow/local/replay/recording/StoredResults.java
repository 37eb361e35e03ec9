package io.satisflow.local.replay.recording;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Whether a workbook keeps what its formulas come to. An empty text is a result too; only the sheet's own XML tells it from
 * none, by the type of the cell.
 */
final class StoredResults {
    private static final String TEXT = "str";

    private final Path workbook;
    private @Nullable Boolean missing;

    StoredResults(Path workbook) {
        this.workbook = workbook;
    }

    /** Reads the workbook once more, the first time that somebody asks. */
    boolean areMissing() {
        if (missing == null) {
            missing = look();
        }
        return missing;
    }

    private boolean look() {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().matches("xl/worksheets/[^/]+\\.xml") && isAnyMissing(factory, open(zip))) {
                    return true;
                }
            }
            return false;
        } catch (XMLStreamException e) {
            throw new ReplayException(
                    "%s is no workbook that can be read (%s); %s"
                            .formatted(workbook, e.getMessage(), "save it as .csv"),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isAnyMissing(XMLInputFactory factory, InputStream sheet) throws XMLStreamException {
        XMLStreamReader xml = factory.createXMLStreamReader(sheet);
        boolean isText = false;
        boolean isComputed = false;
        boolean hasResult = false;
        for (; xml.hasNext(); xml.next()) {
            boolean begins = xml.getEventType() == XMLStreamConstants.START_ELEMENT;
            if (begins && xml.getLocalName().equals("c")) {
                isText = TEXT.equals(xml.getAttributeValue(null, "t"));
                isComputed = false;
                hasResult = false;
            } else if (begins && xml.getLocalName().equals("f")) {
                isComputed = true;
            } else if (begins && xml.getLocalName().equals("v")) {
                hasResult = !xml.getElementText().isEmpty();
            } else if (xml.getEventType() == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("c")
                    && isComputed
                    && !isText
                    && !hasResult) {
                return true;
            }
        }
        return false;
    }

    /** A reader of XML may close what it reads, but the archive goes on. */
    private static InputStream open(InputStream zip) {
        return new FilterInputStream(zip) {
            @Override
            public void close() {}
        };
    }
}
