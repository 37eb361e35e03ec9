package io.satisflow.ticket;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which of two events of one instant comes first. A creation comes before all, then a merge, since it takes the ticket out
 * of the hands of whatever else happened then. The others keep the order of their source: by their {@code sequence}, or by
 * ids that are numbers ({@code 9} before {@code 10}); those come before events whose source tells no order, which go by
 * their type (messages before replies before changes), then by id.
 */
final class EventOrder {
    /** A number of its own: {@code 31}, or {@code 31:agent_reply} as mappings write the ids of a list's items. */
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,18})(?::(\\w+))?");

    private static final Pattern SEQUENCE = Pattern.compile("\\d{1,18}");
    private static final long NONE = Long.MAX_VALUE;

    static final Comparator<TicketEvent> AT_ONCE = Comparator.comparingInt(EventOrder::rank)
            .thenComparingLong(EventOrder::place)
            .thenComparing(TicketEvent::type)
            .thenComparing(TicketEvent::id, EventOrder::natural);

    private EventOrder() {}

    static boolean isNumber(String text) {
        return SEQUENCE.matcher(text.trim()).matches();
    }

    private static int rank(TicketEvent event) {
        return switch (event.type()) {
            case CREATED -> 0;
            case MERGED -> 1;
            default -> 2;
        };
    }

    private static long place(TicketEvent event) {
        String sequence = event.details().getOrDefault(TicketEvent.SEQUENCE, "");
        if (isNumber(sequence)) {
            return Long.parseLong(sequence.trim());
        }
        Matcher number = NUMBER.matcher(event.id());
        boolean isOwn = number.matches()
                && (number.group(2) == null
                        || number.group(2).equals(event.type().wireName()));
        return isOwn ? Long.parseLong(number.group(1)) : NONE;
    }

    /** Runs of digits as the numbers they are, all else by its letters. */
    private static int natural(String one, String other) {
        int at = 0;
        int of = 0;
        while (at < one.length() && of < other.length()) {
            int order;
            if (isDigit(one, at) && isDigit(other, of)) {
                int end = endOfDigits(one, at);
                int otherEnd = endOfDigits(other, of);
                order = numbers(one.substring(at, end), other.substring(of, otherEnd));
                at = end;
                of = otherEnd;
            } else {
                order = Character.compare(one.charAt(at++), other.charAt(of++));
            }
            if (order != 0) {
                return order;
            }
        }
        int rest = Integer.compare(one.length() - at, other.length() - of);
        return rest == 0 ? one.compareTo(other) : rest;
    }

    private static boolean isDigit(String text, int at) {
        return text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static int endOfDigits(String text, int start) {
        int end = start;
        while (end < text.length() && isDigit(text, end)) {
            end++;
        }
        return end;
    }

    private static int numbers(String one, String other) {
        String left = one.replaceFirst("^0+", "");
        String right = other.replaceFirst("^0+", "");
        int longer = Integer.compare(left.length(), right.length());
        return longer == 0 ? left.compareTo(right) : longer;
    }
}
