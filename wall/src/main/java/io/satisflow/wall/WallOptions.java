package io.satisflow.wall;

import io.satisflow.flink.io.KafkaConnection;
import io.satisflow.hook.action.LinkKey;
import io.satisflow.wall.access.Token;
import io.satisflow.wall.view.Views;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the wall listens, and what it is to say of itself.
 *
 * @param host an address of this machine; other than the loopback only with tokens
 * @param port 0 for any free one
 * @param zone of the team, in which times are shown
 * @param language en or zh-CN, where a browser has not chosen
 * @param metrics in the order in which they are shown
 * @param viewers how many browsers may listen at once
 * @param linkKey knows the links in chat messages again; null where they are not set up
 */
public record WallOptions(
        KafkaConnection kafka,
        String host,
        int port,
        ZoneId zone,
        String language,
        List<Views.MetricSetting> metrics,
        List<Token> tokens,
        int viewers,
        @Nullable LinkKey linkKey) {

    public static final int VIEWERS = 1_000;
    public static final String LOOPBACK = "127.0.0.1";

    /** Without links in chat messages. */
    public WallOptions(
            KafkaConnection kafka,
            String host,
            int port,
            ZoneId zone,
            String language,
            List<Views.MetricSetting> metrics,
            List<Token> tokens,
            int viewers) {
        this(kafka, host, port, zone, language, metrics, tokens, viewers, null);
    }
}
