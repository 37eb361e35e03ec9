package io.satisflow.ticket;

/**
 * What the rules of the time say of how a ticket's story goes.
 *
 * @param closedIsFinal whether nothing reopens what is closed
 * @param botsAnswer whether a robot's answer counts as the first reply
 */
public record StoryRules(boolean closedIsFinal, boolean botsAnswer) {
    public static final StoryRules USUAL = new StoryRules(false, false);
}
