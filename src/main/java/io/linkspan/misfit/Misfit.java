package io.linkspan.misfit;

import java.util.List;
import java.util.Optional;

/**
 * One row that does not fit.
 *
 * @param key its values in the identity's columns
 * @param number of the row in the order of reading, from 1
 * @param values of the source columns that decide, as text cut after some characters; empty is NULL
 * @param message the server's own words; empty where linkspan itself saw what is wrong
 */
public record Misfit(
    List<String> key,
    long number,
    List<Optional<String>> values,
    String message,
    Optional<String> detail) {
  public Misfit {
    key = List.copyOf(key);
    values = List.copyOf(values);
  }

  Misfit after(long rows) {
    return new Misfit(key, number + rows, values, message, detail);
  }
}
