package io.satisflow.scoring.plain;

import io.satisflow.scoring.linear.ModelLanguage;

/** Of a language in which what is asked may stand anywhere in a clause. */
final class PlainClauses implements MatterOfFact.Reading {
    private final Sayings sayings;
    private boolean plain;
    private boolean other;
    private int clauses;

    PlainClauses(ModelLanguage language) {
        this.sayings = new Sayings(language);
    }

    @Override
    public boolean isMatterOfFact(String text) {
        clauses = 0;
        begin();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (!isIdeograph(c)
                    && (Loudness.isAt(text, at) || (Loudness.shouts(c) && (other || plain || clauses > 0)))) {
                return false;
            }
            if (!isIdeograph(c) && !Character.isLetterOrDigit(c)) {
                if (!goesOn()) {
                    return false;
                }
                at++;
                continue;
            }
            sayings.read(text, at);
            if (sayings.judge() && !isAlternative(text, at)) {
                return false;
            }
            at = readOn(c, at);
        }
        return goesOn() && clauses > 0;
    }

    private void begin() {
        plain = false;
        other = false;
    }

    /** @return whether the clause that ends here is a plain one, or none */
    private boolean goesOn() {
        boolean fits = plain || !other;
        clauses += plain ? 1 : 0;
        begin();
        return fits;
    }

    /** A number says nothing by itself. */
    private int readOn(char c, int at) {
        plain |= sayings.say(Saying.ASKS) || sayings.say(Saying.TELLS);
        int end = Math.max(sayings.endOfPassing(), sayings.endOfGreeting());
        other |= sayings.endOfGreeting() == at && Character.isLetter(c);
        return Math.max(at + 1, end);
    }

    /** Of the common ones, which are most of a text; asked before all else for speed. */
    private static boolean isIdeograph(char c) {
        return c >= '\u4e00' && c <= '\u9fff';
    }

    /** 能不能, 是不是: what stands on both sides of the denial is asked, and not denied. */
    private static boolean isAlternative(String text, int at) {
        return at > 0
                && at + 1 < text.length()
                && text.charAt(at) == '\u4e0d'
                && text.charAt(at - 1) == text.charAt(at + 1);
    }
}
