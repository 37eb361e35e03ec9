package io.satisflow.wall.access;

/** What somebody may do at the wall. */
public enum Role {
    VIEW,
    /** Also acknowledge, silence and put marks. */
    ACT
}
