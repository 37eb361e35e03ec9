package io.satisflow.channel.threads;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The order and the shape in which recorded support threads are fed, a pure function of the rows: by time, then by id as a
 * number; each with {@code thread_id}, {@code role}, {@code opened_by} and {@code brand}, which the source leaves to its
 * readers. A row without a time that can be read belongs to no thread; it comes last and as it is, for intake to refuse.
 */
public final class SupportThreads {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Rows of one tweet keep the order of the file. */
    private static final Comparator<Dated> BY_TIME_AND_ID = Comparator.comparing(Dated::at)
            .thenComparing(dated -> dated.row().id())
            .thenComparing(dated -> dated.row().row());

    /** A row with its time, which is read once. */
    private record Dated(ThreadRow row, Instant at) {}

    private SupportThreads() {}

    public static List<FedRow> fed(List<ThreadRow> rows) {
        List<ThreadRow> dated = rows.stream()
                .flatMap(row -> row.createdAt().map(at -> new Dated(row, at)).stream())
                .sorted(BY_TIME_AND_ID)
                .map(Dated::row)
                .toList();
        List<FedRow> fed = new ArrayList<>(rows.size());
        Map<TweetId, SupportThread> threads = threadsByTweet(dated);
        dated.forEach(row -> fed.add(asFed(row, Optional.ofNullable(threads.get(row.id())))));
        rows.stream()
                .filter(row -> row.createdAt().isEmpty())
                .sorted(Comparator.comparingInt(ThreadRow::row))
                .forEach(row -> fed.add(asFed(row, Optional.empty())));
        return fed;
    }

    private static Map<TweetId, SupportThread> threadsByTweet(List<ThreadRow> inOrder) {
        ThreadRoots roots = new ThreadRoots(inOrder);
        Map<TweetId, List<ThreadRow>> byRoot = new LinkedHashMap<>();
        inOrder.forEach(row ->
                byRoot.computeIfAbsent(roots.of(row), root -> new ArrayList<>()).add(row));
        Map<TweetId, SupportThread> threads = new LinkedHashMap<>();
        byRoot.forEach((root, members) -> {
            SupportThread thread = SupportThread.of(root, members);
            members.forEach(member -> threads.put(member.id(), thread));
        });
        return threads;
    }

    private static FedRow asFed(ThreadRow row, Optional<SupportThread> thread) {
        Map<String, Object> json = new LinkedHashMap<>(row.columns());
        thread.ifPresent(of -> json.putAll(of.place(row)));
        json.put("row", row.row());
        try {
            return new FedRow(row.row(), JSON.writeValueAsString(json));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
