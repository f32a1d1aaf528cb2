package io.linkspan.report;

/**
 * What was found on one connection.
 *
 * @param connection the connection's name
 */
public record Side<T>(String connection, T found) {}
