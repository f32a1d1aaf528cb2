package io.linkspan.trouble;

import java.util.List;

/**
 * What is said about a trouble. Names in braces are filled with the real ones.
 *
 * @param cause whole sentences, without the side
 * @param next what to type in linkspan, or the line for the DBA; each is one way
 * @param byHand what helps whoever writes dblink calls oneself
 */
public record Advice(String cause, List<String> next, List<String> byHand) {
  public Advice {
    next = List.copyOf(next);
    byHand = List.copyOf(byHand);
  }
}
