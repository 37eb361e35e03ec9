package io.satisflow.satisfaction.answer;

import io.satisflow.sentiment.SentimentLabel;

/**
 * How a customer's mood has changed over a ticket: the last text against the first. The same text while there is only one.
 */
public record Recovery(TicketText first, TicketText last) {

    public static Recovery beginningWith(TicketText text) {
        return new Recovery(text, text);
    }

    /** With one text more, in whichever order texts become known; an edit takes the place of what it edits. */
    public Recovery with(TicketText text) {
        TicketText opening = text.isEditOf(first) ? text : first;
        TicketText closing = text.isEditOf(last) ? text : last;
        boolean known =
                text.feedback().equals(first.feedback()) || text.feedback().equals(last.feedback());
        if (known) {
            return new Recovery(opening, closing);
        }
        return new Recovery(
                TicketText.AS_SAID.compare(text, first) < 0 ? text : first,
                TicketText.AS_SAID.compare(text, last) > 0 ? text : last);
    }

    /** Whether there are two texts to compare. */
    public boolean isTold() {
        return !first.feedback().equals(last.feedback());
    }

    /** How much better the last text is than the first, -2 to 2. */
    public double change() {
        return last.sentiment().score() - first.sentiment().score();
    }

    public boolean beganNegative() {
        return first.sentiment().label() == SentimentLabel.NEGATIVE;
    }

    public boolean endsNegative() {
        return last.sentiment().label() == SentimentLabel.NEGATIVE;
    }
}
