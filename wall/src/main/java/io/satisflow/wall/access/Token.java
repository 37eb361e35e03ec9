package io.satisflow.wall.access;

/**
 * What somebody shows at the door.
 *
 * @param secret never shown again
 */
public record Token(String name, Role role, String secret) {
    private static final int SHORTEST = 16;

    public Token {
        if (secret.length() < SHORTEST) {
            throw new IllegalArgumentException(
                    "The token of \"%s\" has %d characters; take at least %d, such as from: openssl rand -hex 24"
                            .formatted(name, secret.length(), SHORTEST));
        }
    }

    @Override
    public String toString() {
        return "Token[%s, %s]".formatted(name, role);
    }
}
