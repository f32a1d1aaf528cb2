package io.linkspan.catalog;

/**
 * What tells one database from every other, and what any role may read: two connections with equal
 * identities lead to the same database, under whatever names.
 *
 * @param started when the server was started, to the microsecond, in the server's binary form
 * @param port on which the server listens
 * @param database the database's OID
 */
public record DatabaseIdentity(String started, String port, long database) {}
