package io.linkspan.pg;

/**
 * Why an error came up and what to do about it, in linkspan's words; the server's own stay beside
 * it.
 *
 * @param cause whole sentences; the first says which side raised the error
 * @param next what to type next: a command of linkspan's, or the exact line for the DBA; several
 *     ways are lines of their own
 */
public record Explanation(String cause, String next) {}
