package io.satisflow.local.chaos;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When the process is killed, as told from what it says of its progress. */
public enum KillPoint {
    BEFORE_THE_FIRST_CHECKPOINT {
        @Override
        boolean isReached(String line) {
            return line.startsWith("Started in");
        }
    },
    IN_MID_RUN {
        @Override
        boolean isReached(String line) {
            return fed(line) >= 0.5 && committed(line) > 0;
        }
    },
    AFTER_THE_LAST_ROW {
        @Override
        boolean isReached(String line) {
            return fed(line) >= 1;
        }
    };

    private static final Pattern PROGRESS = Pattern.compile("  fed ([\\d,]+) of ([\\d,]+) rows, ([\\d,]+) records.*");

    abstract boolean isReached(String line);

    /** Such as {@code in mid run}. */
    String inWords() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static double fed(String line) {
        Matcher progress = PROGRESS.matcher(line);
        return progress.matches() ? (double) number(progress, 1) / number(progress, 2) : 0;
    }

    private static long committed(String line) {
        Matcher progress = PROGRESS.matcher(line);
        return progress.matches() ? number(progress, 3) : 0;
    }

    private static long number(Matcher progress, int group) {
        return Long.parseLong(progress.group(group).replace(",", ""));
    }
}
