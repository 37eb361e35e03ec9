package io.satisflow.settings;

import io.satisflow.config.ConfigNode;
import io.satisflow.settings.WallSettings.WallToken;
import java.util.List;

/** Reads {@code wall}. */
final class WallNode {
    private static final int HIGHEST_PORT = 65_535;

    private WallNode() {}

    private enum Role {
        VIEW,
        ACT
    }

    static WallSettings read(ConfigNode node) {
        node.allowOnly("host", "port", "zone", "tokens");
        WallSettings usual = WallSettings.DEFAULT;
        return new WallSettings(
                node.find("host").map(ConfigNode::text).orElse(usual.host()),
                node.find("port").map(WallNode::port).orElse(usual.port()),
                node.find("zone").map(ConfigNode::zone).orElse(null),
                node.find("tokens")
                        .map(tokens -> ConfigNode.readEach(tokens.items(), WallNode::token))
                        .orElse(List.of()));
    }

    private static int port(ConfigNode node) {
        if (node.integer() < 0 || node.integer() > HIGHEST_PORT) {
            throw node.problem("expected a port, 0 to %d, but was %d".formatted(HIGHEST_PORT, node.integer()));
        }
        return (int) node.integer();
    }

    private static WallToken token(ConfigNode node) {
        node.allowOnly("name", "role", "token_env");
        Role role = node.find("role").map(value -> value.oneOf(Role.class)).orElse(Role.VIEW);
        return new WallToken(
                node.require("name").text(),
                role == Role.ACT,
                node.require("token_env").text());
    }
}
