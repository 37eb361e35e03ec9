package io.satisflow.local.bench.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Made-up reviews of two days, as the preset reviews reads them; one in fifty edits an earlier one. */
public final class ReviewFile {
    private static final long BEGINNING = Instant.parse("2026-09-07T00:00:00Z").getEpochSecond();
    private static final long SECONDS = 2 * 24 * 3600;
    private static final int EDITED = 50;
    private static final String[] PRODUCTS = {"Shop", "Wallet", "Kitchen"};
    private static final String[] TEXTS = {
        "Slow since the update, and it logs me out every morning",
        "Works as it should, thank you",
        "The parcel came two days late and the box was open",
        "Lovely, my parents use it too",
        "Support answered within the hour",
        "更新以后一直闪退，客服也不回",
        "很好用，物流也快"
    };

    private ReviewFile() {}

    /** How the rows of a file stand. */
    public enum Order {
        ORDERED,
        REVERSED,
        SHUFFLED;

        private List<String> of(List<String> rows, long seed) {
            List<String> other = new ArrayList<>(rows);
            switch (this) {
                case ORDERED -> {}
                case REVERSED -> Collections.reverse(other);
                case SHUFFLED -> Collections.shuffle(other, new Random(seed));
            }
            return other;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @return the rows, oldest first */
    public static List<String> rows(int count, long seed) {
        return rows(count, SECONDS, seed);
    }

    /**
     * @param seconds that the rows are spread over
     * @return the rows, oldest first
     */
    public static List<String> rows(int count, long seconds, long seed) {
        Random random = new Random(seed);
        List<String> rows = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            // Never of the same second: which of two words of one id and time is the later one, nobody could tell.
            int id = i >= 2 * EDITED && i % EDITED == 0 ? i - EDITED - 1 - random.nextInt(EDITED - 1) : i;
            rows.add(String.format(
                    Locale.ROOT,
                    "{\"review\": {\"id\": \"r-%d\", \"updated\": %d, \"author\": \"c-%d\", \"stars\": %d, \"body\": \"%s\", \"territory\": \"DE\"}, \"app\": {\"name\": \"%s\"}}",
                    id,
                    BEGINNING + i * seconds / count,
                    random.nextInt(count / 3 + 1),
                    1 + random.nextInt(5),
                    TEXTS[random.nextInt(TEXTS.length)],
                    PRODUCTS[id % PRODUCTS.length]));
        }
        return rows;
    }

    public static Path write(Path folder, List<String> rows, Order order, long seed) throws IOException {
        return Files.write(folder.resolve(order.word() + ".jsonl"), order.of(rows, seed));
    }
}
