package io.linkspan.sql;

/** The OVERRIDING clause of an INSERT. */
public enum Overriding {
  NONE,
  SYSTEM_VALUE,
  USER_VALUE
}
