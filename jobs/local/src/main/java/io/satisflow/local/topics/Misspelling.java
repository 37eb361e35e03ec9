package io.satisflow.local.topics;

/** Whether one name is another with a slip or two of the hand. */
final class Misspelling {
    private static final int MOST = 3;

    private Misspelling() {}

    static boolean isNear(String name, String meant) {
        return Math.abs(name.length() - meant.length()) <= MOST
                && distance(name, meant) <= Math.min(MOST, meant.length() / 4);
    }

    /** Levenshtein's: letters put in, left out or changed. */
    static int distance(String one, String other) {
        int[] above = new int[other.length() + 1];
        for (int column = 0; column <= other.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            int[] current = new int[other.length() + 1];
            current[0] = row;
            for (int column = 1; column <= other.length(); column++) {
                int changed = above[column - 1] + (one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(changed, 1 + Math.min(above[column], current[column - 1]));
            }
            above = current;
        }
        return above[other.length()];
    }
}
