package io.satisflow.local.chaos.live;

import io.satisflow.flink.io.TopicNames;
import io.satisflow.local.chaos.live.Reckoning.Rewritten;
import io.satisflow.local.live.input.LiveException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/** A live run, whoever feeds it and whoever it tells, and one trouble after another at moments that a seed decides. */
public final class LiveCampaign {
    private static final Duration LONGEST_SETTLING = Duration.ofMinutes(4);
    /** What comes too often comes soon after what is right. */
    private static final Duration AFTERWARDS = Duration.ofSeconds(15);

    private static final Duration SAID_EACH = Duration.ofSeconds(20);
    private static final long LONGEST_END_SECONDS = 300;

    private final Options options;
    private final Consumer<String> progress;
    private final Random random;
    private final Recoveries recoveries = new Recoveries();
    private final List<Rewritten> rewritten = new ArrayList<>();
    private final List<String> unexpected = new ArrayList<>();

    /**
     * How much, and for how long.
     *
     * @param directory a fresh one
     * @param within no trouble begins later than so long after the start
     * @param perSecond answers and new tickets together
     * @param quiet for how long the run is watched, without a trouble
     */
    public record Options(Path directory, int troubles, Duration within, long seed, int perSecond, Duration quiet) {}

    private LiveCampaign(Options options, Consumer<String> progress) {
        this.options = options;
        this.progress = progress;
        this.random = new Random(options.seed());
    }

    /** @param progress takes a sentence for each thing that happens */
    public static CampaignOutcome run(Options options, Consumer<String> progress) throws Exception {
        return new LiveCampaign(options, progress).run();
    }

    private CampaignOutcome run() throws Exception {
        Path answers = options.directory().resolve("answers.jsonl");
        Path tickets = options.directory().resolve("tickets.jsonl");
        Ledger ledger = new Ledger();
        try (LedgerReceiver receiver = LedgerReceiver.start();
                Disk disk = Disk.in(options.directory().resolve("disk"));
                Feeder feeder = new Feeder(ledger, answers, tickets, options.perSecond(), options.seed())) {
            CampaignSettings settings = new CampaignSettings(options.directory().resolve("config"), receiver.address());
            Lives lives = new Lives(options.directory(), disk.folder().resolve("run"), settings, answers, tickets);
            progress.accept("Full disk: " + disk.inWords());
            lives.begin();
            try (Witness witness =
                    new Witness(Map.of("bootstrap.servers", lives.broker()), new TopicNames(CampaignSettings.PREFIX))) {
                lives.awaitOutput(witness);
                feeder.start();
                Instant until = Instant.now().plus(options.within());
                for (Trouble trouble : troubles(disk)) {
                    pause(1000 + random.nextInt(6_000));
                    if (Instant.now().isAfter(until)) {
                        break;
                    }
                    make(trouble, lives, witness, receiver, disk, settings);
                }
                watch(lives);
                feeder.finish();
                Reckoning reckoning = settled(ledger, witness, receiver);
                lives.end();
                return new CampaignOutcome(reckoning, recoveries, List.copyOf(unexpected), ledger.lines());
            } finally {
                lives.kill();
            }
        }
    }

    /** Each kind as often as the others, in an order of chance. */
    private List<Trouble> troubles(Disk disk) {
        List<Trouble> troubles = new ArrayList<>();
        while (troubles.size() < options.troubles()) {
            List<Trouble> round = new ArrayList<>(Arrays.asList(Trouble.values()));
            if (!disk.canBeFull()) {
                round.remove(Trouble.FULL_DISK);
            }
            Collections.shuffle(round, random);
            troubles.addAll(round);
        }
        return troubles.subList(0, options.troubles());
    }

    private void make(
            Trouble trouble,
            Lives lives,
            Witness witness,
            LedgerReceiver receiver,
            Disk disk,
            CampaignSettings settings)
            throws Exception {
        if (!lives.current().isAlive()) {
            unexpected.add("Ended by itself, and was started again: " + lives.lastWords());
            comeBack(true, lives, witness);
        }
        recoveries.made(trouble);
        String how = trouble.inWords();
        switch (trouble) {
            case KILL -> lives.current().kill();
            case SLEEP -> how += sleep(lives.current(), witness);
            case FULL_DISK -> how += fill(disk, lives);
            case TORN_CHECKPOINT -> how += tear(lives);
            case EDITED_SETTINGS -> {
                lives.current().kill();
                how += ": " + settings.edit(random);
            }
            case RECEIVER_DOWN -> {
                int millis = 3000 + random.nextInt(12_000);
                receiver.goDown();
                pause(millis);
                receiver.goUp();
                how += " for %.0f s".formatted(millis / 1000.0);
            }
        }
        if (trouble != Trouble.RECEIVER_DOWN) {
            Duration within = comeBack(trouble != Trouble.SLEEP, lives, witness);
            recoveries.recovered(trouble, within);
            how += String.format(Locale.ROOT, "; first output after %.1f s", within.toMillis() / 1000.0);
        }
        progress.accept(how);
    }

    /** A start that fails is a finding; the next one may show what became of it. */
    private Duration comeBack(boolean starts, Lives lives, Witness witness) throws IOException, InterruptedException {
        try {
            if (starts) {
                lives.begin();
            }
            return lives.awaitOutput(witness);
        } catch (LiveException e) {
            unexpected.add(String.valueOf(e.getMessage()));
            progress.accept(String.valueOf(e.getMessage()));
            lives.kill();
            lives.begin();
            return lives.awaitOutput(witness);
        }
    }

    /** Past what clock and broker take for alive and past promises; one in five past what the cluster takes for alive. */
    private String sleep(RunProcess run, Witness witness) throws IOException, InterruptedException {
        int millis = random.nextInt(5) == 0 ? 52_000 + random.nextInt(10_000) : 16_000 + random.nextInt(12_000);
        run.pause();
        pause(millis);
        witness.expectOutputSince(Instant.now());
        run.goOn();
        return " for %.0f s".formatted(millis / 1000.0);
    }

    private String fill(Disk disk, Lives lives) throws IOException, InterruptedException {
        disk.fill(lives.current().pid());
        boolean ended = lives.current().hasEndedWithin(LONGEST_END_SECONDS);
        if (!ended) {
            lives.current().kill();
            unexpected.add("A full disk did not end the run within %d s".formatted(LONGEST_END_SECONDS));
        }
        disk.makeRoom();
        if (ended && lives.current().exitCode() != 1) {
            unexpected.add("A full disk ended the run with %d: %s"
                    .formatted(lives.current().exitCode(), lives.lastWords()));
        }
        return ended ? ", ended with %d".formatted(lives.current().exitCode()) : ", killed";
    }

    private String tear(Lives lives) throws IOException, InterruptedException {
        lives.current().kill();
        Instant killed = Instant.now();
        String job = List.of("intake", "scoring", "engine").get(random.nextInt(3));
        TornCheckpoint torn = TornCheckpoint.tear(lives.directory().resolve("checkpoints"), job);
        rewritten.add(new Rewritten(torn.goesBackTo(), killed));
        return " of job " + job;
    }

    private void watch(Lives lives) throws IOException, InterruptedException {
        if (options.quiet().isZero()) {
            return;
        }
        Soak soak = new Soak(options.directory().resolve("soak.csv"), lives, options.quiet(), progress);
        soak.watch();
        if (!lives.current().isAlive()) {
            unexpected.add("Ended by itself: " + lives.lastWords());
        }
    }

    private Reckoning settled(Ledger ledger, Witness witness, LedgerReceiver receiver) throws InterruptedException {
        Instant deadline = Instant.now().plus(LONGEST_SETTLING);
        Instant sayAt = Instant.now();
        Reckoning now = reckoning(ledger, witness, receiver);
        while (!now.isComplete() && Instant.now().isBefore(deadline)) {
            if (!sayAt.isAfter(Instant.now())) {
                progress.accept(now.expected());
                sayAt = sayAt.plus(SAID_EACH);
            }
            pause(2000);
            now = reckoning(ledger, witness, receiver);
        }
        pause(AFTERWARDS.toMillis());
        return reckoning(ledger, witness, receiver);
    }

    private Reckoning reckoning(Ledger ledger, Witness witness, LedgerReceiver receiver) {
        return Reckoning.of(ledger, witness.testimony(), receiver.heard(), rewritten);
    }

    private static void pause(long millis) throws InterruptedException {
        Thread.sleep(millis);
    }

    static LiveException failed(String what) {
        return new LiveException("The campaign cannot go on: " + what);
    }
}
