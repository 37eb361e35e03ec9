package io.satisflow.channel.record;

/** What sort of place customers speak in. */
public enum ChannelKind {
    APP,
    TICKET,
    SOCIAL,
    SURVEY,
    PHONE,
    OFFLINE
}
