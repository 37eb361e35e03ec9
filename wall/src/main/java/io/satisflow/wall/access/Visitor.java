package io.satisflow.wall.access;

/**
 * Somebody who looks at the wall.
 *
 * @param name that is kept with what they do
 * @param session what their CSRF token is bound to
 */
public record Visitor(String name, Role role, String session) {}
