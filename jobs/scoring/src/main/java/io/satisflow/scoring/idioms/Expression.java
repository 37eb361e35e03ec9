package io.satisflow.scoring.idioms;

import java.util.List;

/** A regular expression as a tree, without what it asserts of its surroundings. Letters are small. */
sealed interface Expression {
    Expression NOTHING = new Sequence(List.of());

    /** @param others whether it is every character but these */
    record Characters(String members, boolean others) implements Expression {
        boolean contain(char c) {
            return (members.indexOf(c) >= 0) != others;
        }
    }

    record Sequence(List<Expression> parts) implements Expression {}

    record Choice(List<Expression> ways) implements Expression {}

    /** @param most {@link #ENDLESS} for any number */
    record Repeated(Expression part, int least, int most) implements Expression {
        static final int ENDLESS = -1;
    }

    static Expression of(char c) {
        return new Characters(String.valueOf(c), false);
    }

    static Expression of(String word) {
        return new Sequence(word.chars().mapToObj(c -> of((char) c)).toList());
    }
}
