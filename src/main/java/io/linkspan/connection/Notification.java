package io.linkspan.connection;

/**
 * What another session said by NOTIFY on a channel that this one listens to.
 *
 * @param payload may be empty
 * @param process the process of the session that said it
 */
public record Notification(String channel, String payload, int process) {}
