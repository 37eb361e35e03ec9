package io.satisflow.privacy.phone;

import io.satisflow.privacy.finding.Findings;
import io.satisflow.privacy.finding.PersonalData;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds phone numbers: groups of digits that {@link NumberingPlans} or the words around them tell to be one. Several numbers
 * may stand in a row ({@code 13800138000/13900139000}), and an extension behind one.
 */
public final class PhoneNumbers {
    private static final int FEWEST_DIGITS = 7;
    private static final int MOST_DIGITS = 15;
    private static final int MOST_GROUPS = 8;

    /** As in +1 and (0): a number of single digits is read out, not written. */
    private static final int MOST_SINGLE = 2;

    /** What may stand between two groups of digits: of one number, or of two. */
    private static final String SEPARATORS = " .()-/,、;+";

    private static final int LONGEST_SEPARATOR = 4;

    /** A text with more candidates than this is no letter; what is left of it is decided by form alone, which is fast. */
    private static final int MOST_JUDGED = 2_000;

    private final NumberingPlans plans;
    private int judged;

    /** What a candidate is. */
    public enum Reading {
        PHONE,
        /** Known to be something else, with all its groups. */
        OTHER,
        /** No phone number; a part of it may be one. */
        UNKNOWN
    }

    /** A group of digits. */
    private record Group(int start, int end) {
        int length() {
            return end - start;
        }
    }

    public PhoneNumbers(PhoneRegions regions) {
        this.plans = new NumberingPlans(regions);
    }

    public void find(String text, Findings findings) {
        int at = 0;
        List<Group> run = new ArrayList<>();
        while (at < text.length()) {
            if (!isDigit(text, at)) {
                at++;
                continue;
            }
            Group group = new Group(at, endOfDigits(text, at));
            if (!run.isEmpty() && !isSeparator(text, run.get(run.size() - 1).end, group.start)) {
                findIn(text, run, findings);
                run.clear();
            }
            run.add(group);
            at = group.end;
        }
        findIn(text, run, findings);
    }

    private void findIn(String text, List<Group> run, Findings findings) {
        int last = -1;
        int first = 0;
        while (first < run.size()) {
            int next = first + 1;
            int most = judged > MOST_JUDGED ? first + 1 : Math.min(run.size(), first + MOST_GROUPS);
            for (int end = most; end > first; end--) {
                PhoneCandidate candidate = candidate(text, run, first, end);
                if (candidate == null) {
                    continue;
                }
                Reading verdict = judge(candidate, text, last, findings);
                if (verdict != Reading.UNKNOWN) {
                    last = verdict == Reading.PHONE ? candidate.endWithExtension() : last;
                    next = end;
                    break;
                }
            }
            first = next;
        }
    }

    private Reading judge(PhoneCandidate candidate, String text, int last, Findings findings) {
        if (!findings.isFree(candidate.start(), candidate.end())) {
            return Reading.UNKNOWN;
        }
        if (judged++ > MOST_JUDGED) {
            return NumberingPlans.isChineseMobile(candidate) ? take(candidate, findings) : Reading.UNKNOWN;
        }
        boolean joined = last >= 0 && PhoneContext.joins(text, last, candidate.start());
        PhoneContext context = PhoneContext.of(text, candidate.start(), candidate.end(), joined);
        Reading verdict = plans.judge(candidate, candidate.hasExtension() ? context.orPhone() : context);
        return verdict == Reading.PHONE ? take(candidate, findings) : verdict;
    }

    private static Reading take(PhoneCandidate candidate, Findings findings) {
        findings.add(candidate.start(), candidate.endWithExtension(), PersonalData.PHONE);
        return Reading.PHONE;
    }

    private static @Nullable PhoneCandidate candidate(String text, List<Group> run, int first, int end) {
        int digits = 0;
        List<Integer> groups = new ArrayList<>();
        int single = 0;
        for (int i = first; i < end; i++) {
            int length = run.get(i).length();
            digits += length;
            single += length == 1 ? 1 : 0;
            groups.add(length);
        }
        if (digits < FEWEST_DIGITS || digits > MOST_DIGITS + 2 || single > MOST_SINGLE) {
            return null;
        }
        return PhoneCandidate.of(text, run.get(first).start, run.get(end - 1).end, groups);
    }

    private static boolean isSeparator(String text, int from, int to) {
        if (to - from > LONGEST_SEPARATOR) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (SEPARATORS.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static int endOfDigits(String text, int from) {
        int at = from;
        while (isDigit(text, at)) {
            at++;
        }
        return at;
    }

    private static boolean isDigit(String text, int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }
}
