package io.satisflow.settings;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the wall is to be seen, and by whom.
 *
 * @param host an address of the machine it runs on
 * @param port 0 for any free one
 * @param zone of the team, in which it shows times; null for that of the machine
 * @param tokens who may come from elsewhere than this machine
 */
public record WallSettings(String host, int port, @Nullable ZoneId zone, List<WallToken> tokens) {
    public static final int PORT = 8480;
    public static final WallSettings DEFAULT = new WallSettings("127.0.0.1", PORT, null, List.of());

    public WallSettings {
        tokens = List.copyOf(tokens);
    }

    /**
     * Somebody with a token.
     *
     * @param mayAct whether to acknowledge, silence and mark too, or only to look
     * @param environment the name of the variable that holds the token
     */
    public record WallToken(String name, boolean mayAct, String environment) {}
}
