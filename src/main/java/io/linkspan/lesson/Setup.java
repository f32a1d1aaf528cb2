package io.linkspan.lesson;

/**
 * What is made on a server of the sandbox before a lesson begins.
 *
 * @param superuser whether its superuser makes it
 */
public record Setup(End end, boolean superuser, String sql) {}
