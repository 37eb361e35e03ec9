package io.satisflow.sla;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a team can promise a time for. A clock says by which events it starts and is fulfilled, and when it stands
 * still; a policy may add statuses in which it pauses. Adding a clock means adding a constant.
 */
public enum Clock {
    /** From the customer's first word to the first public reply of a human agent; never starts again. */
    FIRST_REPLY {
        @Override
        boolean startsWith(TicketEvent event, TicketStory before) {
            return switch (event.type()) {
                case CREATED -> !before.created() && before.after(event).openedByCustomer();
                case CUSTOMER_MESSAGE ->
                    before.created()
                            && !before.openedByCustomer()
                            && !before.customerWrote()
                            && !before.replied()
                            && before.status() != TicketStatus.CLOSED;
                default -> false;
            };
        }

        @Override
        boolean isFulfilledBy(TicketEvent event, TicketStory before) {
            return event.type() == TicketEventType.AGENT_REPLY;
        }
    },

    /** From the oldest customer message that is still unanswered, once there has been a first reply, to its answer. */
    NEXT_REPLY {
        @Override
        boolean startsWith(TicketEvent event, TicketStory before) {
            return event.type() == TicketEventType.CUSTOMER_MESSAGE
                    && before.replied()
                    && before.status() != TicketStatus.CLOSED;
        }

        @Override
        boolean isFulfilledBy(TicketEvent event, TicketStory before) {
            return event.type() == TicketEventType.AGENT_REPLY;
        }
    },

    /** From the creation until the ticket is solved; goes on when it is reopened. */
    TOTAL_RESOLUTION {
        @Override
        boolean startsWith(TicketEvent event, TicketStory before) {
            return event.type() == TicketEventType.CREATED && !before.created();
        }

        @Override
        boolean isFulfilledBy(TicketEvent event, TicketStory before) {
            return !before.isSolved() && before.after(event).isSolved();
        }

        @Override
        boolean goesOnWhenReopened() {
            return true;
        }
    };

    /** Asked only while no instance of it is open. */
    abstract boolean startsWith(TicketEvent event, TicketStory before);

    /** Asked only while an instance of it is open. */
    abstract boolean isFulfilledBy(TicketEvent event, TicketStory before);

    /** Whether a reopened ticket resumes the fulfilled instance rather than owing nothing more. */
    boolean goesOnWhenReopened() {
        return false;
    }

    /** Whether it stands still in this status whatever a policy says; what is solved is not waiting for anyone. */
    boolean standsStillIn(TicketStatus status) {
        return status.isSolved();
    }

    public static Optional<Clock> named(String wireName) {
        return Arrays.stream(values())
                .filter(clock -> clock.wireName().equals(wireName))
                .findFirst();
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
