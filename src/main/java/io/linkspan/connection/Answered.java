package io.linkspan.connection;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What came back for a message.
 *
 * @param rows how many rows came, or were changed; empty where neither is counted
 * @param text of an answer that is one text, such as EXPLAIN's; else empty
 * @param error what the server said instead
 * @param nanos when the last of it was there, by {@link System#nanoTime}
 */
public record Answered(
    Sent sent, OptionalLong rows, String text, Optional<ServerException> error, long nanos) {}
