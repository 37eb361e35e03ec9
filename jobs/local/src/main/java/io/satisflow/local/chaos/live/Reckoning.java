package io.satisflow.local.chaos.live;

import io.satisflow.local.chaos.live.LedgerReceiver.Heard;
import io.satisflow.local.chaos.live.Witness.Seen;
import io.satisflow.local.chaos.live.Witness.Testimony;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was sent against what came of it.
 *
 * @param lost records that never arrived, promises that were broken and not told
 * @param twice records that stand twice on a topic, alerts that were told as two
 * @param untrue promises told as broken that were kept
 * @param writtenAgain records that stand twice since a torn checkpoint was gone back from, as documented
 * @param repeated messages that came again under their own key, as documented
 * @param unnamed broken promises that a summary of what came too late counts without a name, as documented
 * @param sent pieces of feedback
 * @param counted pieces of feedback that the longest window counts
 * @param examples of what should not be, in words
 */
record Reckoning(
        int lost,
        int twice,
        int untrue,
        int writtenAgain,
        int repeated,
        int unnamed,
        int sent,
        long counted,
        int broken,
        List<String> examples) {
    private static final String LOST = "lost: ";
    private static final int MOST_EXAMPLES = 20;
    /** A record is written before its checkpoint is complete, and files tell whole seconds on some systems. */
    private static final Duration CHECKPOINT = Duration.ofSeconds(5);

    /** A stretch whose output a torn checkpoint makes the engine write once more. */
    record Rewritten(Instant from, Instant to) {
        private boolean explains(Instant first) {
            return !first.isBefore(from.minus(CHECKPOINT)) && !first.isAfter(to);
        }
    }

    boolean holds() {
        return lost == 0 && twice == 0 && untrue == 0 && counted == sent;
    }

    boolean isComplete() {
        return lost == 0 && counted >= sent;
    }

    /** What a campaign still waits for, in a sentence. */
    String expected() {
        return "Still expected: %d records or messages, %d of %d counted by the longest window%s"
                .formatted(
                        lost,
                        counted,
                        sent,
                        examples.stream()
                                .filter(example -> example.startsWith(LOST))
                                .findFirst()
                                .map(example -> "; " + example)
                                .orElse(""));
    }

    static Reckoning of(Ledger ledger, Testimony testimony, Heard heard, List<Rewritten> rewritten) {
        return new Books(rewritten).reckon(ledger, testimony, heard);
    }

    private static final class Books {
        private final List<Rewritten> rewritten;
        private final List<String> examples = new ArrayList<>();
        private int lost;
        private int twice;
        private int untrue;
        private int writtenAgain;
        private int repeated;

        private Books(List<Rewritten> rewritten) {
            this.rewritten = rewritten;
        }

        private Reckoning reckon(Ledger ledger, Testimony testimony, Heard heard) {
            Map<String, List<String>> keysByTicket = heard.keysByTicket();
            Set<String> broken = ledger.broken();
            Set<String> sent = ledger.feedback();
            compare("feedback", sent, testimony.feedback());
            compare("ticket event", ledger.ticketEvents(), testimony.ticketEvents());
            missing("breach of", broken, testimony.breaches().byId().keySet());
            repeats("breach of", testimony.breaches());
            int unnamed = untold(broken, heard);
            Set<String> told = new HashSet<>(testimony.breaches().byId().keySet());
            told.addAll(keysByTicket.keySet());
            told.removeAll(broken);
            told.forEach(ticket -> example("false: breach of " + ticket));
            untrue += told.size();
            keysByTicket.forEach(this::messages);
            return new Reckoning(
                    lost,
                    twice,
                    untrue,
                    writtenAgain,
                    repeated,
                    unnamed,
                    sent.size(),
                    testimony.counted(),
                    broken.size(),
                    List.copyOf(examples));
        }

        /** How many of those that nobody was told of by name stand in the count of a summary; the others are lost. */
        private int untold(Set<String> broken, Heard heard) {
            Set<String> untold = new HashSet<>(broken);
            untold.removeAll(heard.keysByTicket().keySet());
            if (untold.size() <= heard.unnamed()) {
                return untold.size();
            }
            missing("message about", broken, heard.keysByTicket().keySet());
            lost -= heard.unnamed();
            return heard.unnamed();
        }

        private void compare(String what, Set<String> sent, Seen seen) {
            missing(what, sent, seen.byId().keySet());
            repeats(what, seen);
        }

        private void missing(String what, Set<String> expected, Set<String> found) {
            Set<String> missing = new HashSet<>(expected);
            missing.removeAll(found);
            lost += missing.size();
            missing.forEach(id -> example(LOST + "%s %s".formatted(what, id)));
        }

        private void repeats(String what, Seen seen) {
            seen.byId().forEach((id, times) -> {
                for (int again = 1; again < times.size(); again++) {
                    if (isExplained(times.get(again - 1))) {
                        writtenAgain++;
                    } else {
                        twice++;
                        example("twice: %s %s, written at %s".formatted(what, id, times));
                    }
                }
            });
        }

        private boolean isExplained(Instant first) {
            return rewritten.stream().anyMatch(stretch -> stretch.explains(first));
        }

        private void messages(String ticket, List<String> keys) {
            int distinct = Set.copyOf(keys).size();
            repeated += keys.size() - distinct;
            twice += Math.max(0, distinct - 1);
            if (distinct > 1) {
                example("twice: messages about %s, by the keys %s".formatted(ticket, keys));
            }
        }

        private void example(String sentence) {
            if (examples.size() < MOST_EXAMPLES) {
                examples.add(sentence);
            }
        }
    }
}
