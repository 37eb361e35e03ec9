package io.satisflow.channel;

/** What sort of place customers speak in. */
public enum ChannelKind {
    APP,
    TICKET,
    SOCIAL,
    SURVEY,
    PHONE,
    OFFLINE
}
