package io.satisflow.text;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** HTML turned into the text that a reader would see, with its line breaks. */
public final class PlainText {
    private static final Pattern TAG = Pattern.compile("<[/!a-zA-Z]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0]++");
    private static final Set<String> UNSEEN = Set.of("script", "style", "head", "title", "template", "noscript");

    private PlainText() {}

    /**
     * Takes off the markup and decodes entities. Without a single tag the text is not laid out as HTML, so its own line
     * breaks stay: social networks escape the ampersand and send line breaks as they are.
     */
    public static String ofHtml(String html) {
        String markup = HtmlTags.withoutOtherAngles(html);
        if (!TAG.matcher(markup).find()) {
            return Parser.unescapeEntities(html, false).strip();
        }
        Lines lines = new Lines();
        NodeTraversor.traverse(lines, Jsoup.parse(markup).body());
        return lines.text();
    }

    /** Gathers text node by node; a block or a break starts a new line, blanks within a line are one space. */
    private static final class Lines implements NodeVisitor {
        private final StringBuilder text = new StringBuilder();
        private int unseen;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words && unseen == 0) {
                append(BLANKS.matcher(words.getWholeText()).replaceAll(" "));
            } else if (node instanceof Element element) {
                unseen += UNSEEN.contains(element.normalName()) ? 1 : 0;
                breakLine(element);
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                breakLine(element);
                unseen -= UNSEEN.contains(element.normalName()) ? 1 : 0;
            }
        }

        private void append(String words) {
            boolean afterBlank = text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1));
            text.append(afterBlank ? words.stripLeading() : words);
        }

        private void breakLine(Element element) {
            boolean isBreak = element.normalName().equals("br");
            if ((isBreak || element.isBlock()) && unseen == 0 && !endsLine()) {
                text.append('\n');
            }
        }

        private boolean endsLine() {
            return text.isEmpty() || text.charAt(text.length() - 1) == '\n';
        }

        private String text() {
            return text.toString().replace(" \n", "\n").strip();
        }
    }
}
