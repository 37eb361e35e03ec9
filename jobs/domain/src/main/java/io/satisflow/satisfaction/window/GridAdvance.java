package io.satisflow.satisfaction.window;

import java.util.List;
import java.util.OptionalLong;

/**
 * What came of moving a segment forward by one step of a grid.
 *
 * @param rows those that changed: corrections of earlier steps first, in rising order for each window
 * @param panes those that closed or changed after they had closed
 * @param standing to be kept, unless nothing is left
 * @param next the step at which something will change although nothing more becomes known; empty when never
 */
public record GridAdvance(List<WindowRow> rows, List<Pane> panes, GridStanding standing, OptionalLong next) {}
