package io.satisflow.scoring.idioms;

import io.satisflow.scoring.idioms.Expression.Characters;
import io.satisflow.scoring.idioms.Expression.Choice;
import io.satisflow.scoring.idioms.Expression.Repeated;
import io.satisflow.scoring.idioms.Expression.Sequence;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads as much of {@link java.util.regex.Pattern}'s language as the tables of idioms use. What looks around (lookaheads, word
 * boundaries, ends of lines) is left out: whatever the pattern fits, the expression fits as well, and a little more.
 */
final class ExpressionReader {
    private static final String LINE_ENDS = "\n\r\u0085\u2028\u2029";
    private static final String WORD = "abcdefghijklmnopqrstuvwxyz0123456789_";
    private static final String BLANKS = " \t\n\u000b\f\r";

    private final String pattern;
    private int at;

    private ExpressionReader(String pattern) {
        this.pattern = pattern;
    }

    /** @throws IllegalArgumentException for a pattern that uses more */
    static Expression read(String pattern) {
        ExpressionReader reader = new ExpressionReader(pattern);
        Expression whole = reader.choice();
        if (reader.at < pattern.length()) {
            throw reader.problem("a bracket without its other half");
        }
        return whole;
    }

    private Expression choice() {
        List<Expression> ways = new ArrayList<>();
        do {
            ways.add(sequence());
        } while (took("|"));
        return ways.size() == 1 ? ways.get(0) : new Choice(ways);
    }

    private Expression sequence() {
        List<Expression> parts = new ArrayList<>();
        while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
            parts.add(repeated(one()));
        }
        return new Sequence(parts);
    }

    private Expression one() {
        char c = pattern.charAt(at++);
        return switch (c) {
            case '(' -> group();
            case '[' -> bracket();
            case '.' -> allBut(LINE_ENDS);
            case '\\' -> escaped();
            case '^', '$' -> Expression.NOTHING;
            case '*', '+', '?', '{' -> throw problem("%s behind nothing".formatted(c));
            default -> Expression.of(small(c));
        };
    }

    private Expression group() {
        boolean counts = took("?:");
        if (!counts && !took("?=") && !took("?!") && !took("?<=")) {
            throw problem("a group that is neither (?:), (?=), (?!) nor (?<=)");
        }
        Expression inner = choice();
        if (!took(")")) {
            throw problem("a bracket without its other half");
        }
        return counts ? inner : Expression.NOTHING;
    }

    private Expression escaped() {
        char c = pattern.charAt(at++);
        return switch (c) {
            case 'b' -> Expression.NOTHING;
            case 'w' -> new Characters(WORD, false);
            case 's' -> new Characters(BLANKS, false);
            default -> Expression.of(literal(c));
        };
    }

    private char literal(char escaped) {
        if (escaped == 'n') {
            return '\n';
        }
        if (Character.isLetterOrDigit(escaped)) {
            throw problem("\\%s".formatted(escaped));
        }
        return escaped;
    }

    private Expression bracket() {
        boolean others = took("^");
        StringBuilder members = new StringBuilder();
        while (!took("]")) {
            char c = pattern.charAt(at++);
            if (c == '\\') {
                c = pattern.charAt(at++);
                members.append(c == 's' ? BLANKS : String.valueOf(literal(c)));
            } else if (c == '-' && !members.isEmpty() && pattern.charAt(at) != ']') {
                throw problem("a range");
            } else {
                members.append(small(c));
            }
        }
        return others ? allBut(members.toString()) : new Characters(members.toString(), false);
    }

    /** An emoji is one character to a pattern, and two here. */
    private static Expression allBut(String members) {
        return new Repeated(new Characters(members, true), 1, 2);
    }

    private Expression repeated(Expression part) {
        Expression repeated = part;
        if (took("?")) {
            repeated = new Repeated(part, 0, 1);
        } else if (took("*")) {
            repeated = new Repeated(part, 0, Repeated.ENDLESS);
        } else if (took("+")) {
            repeated = new Repeated(part, 1, Repeated.ENDLESS);
        } else if (took("{")) {
            int close = pattern.indexOf('}', at);
            String[] bounds = pattern.substring(at, close).split(",", -1);
            at = close + 1;
            repeated = new Repeated(part, Integer.parseInt(bounds[0]), Integer.parseInt(bounds[bounds.length - 1]));
        } else {
            return part;
        }
        // Whether the longer or the shorter way is tried first makes no difference to whether there is one.
        took("?");
        return repeated;
    }

    private boolean took(String next) {
        boolean there = pattern.startsWith(next, at);
        at += there ? next.length() : 0;
        return there;
    }

    static char small(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c;
    }

    private IllegalArgumentException problem(String what) {
        return new IllegalArgumentException("%s in the pattern \"%s\", before its place %d; idioms are written without"
                .formatted(what, pattern, at));
    }
}
