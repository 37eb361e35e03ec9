package io.satisflow.satisfaction.window;

import java.io.Serializable;
import java.util.Set;

/**
 * A window, and what is kept in it.
 *
 * @param metrics their names
 */
public record KeptWindow(RollingWindow window, Set<String> metrics) implements Serializable {}
