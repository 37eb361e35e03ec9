package io.satisflow.wall.state;

/** Where an open clock of a ticket stands. */
public enum Standing {
    RUNNING,
    WARNED,
    PAUSED,
    BREACHED
}
