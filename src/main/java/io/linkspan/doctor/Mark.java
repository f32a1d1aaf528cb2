package io.linkspan.doctor;

/** How something that was looked at stands, the best first. */
public enum Mark {
  OK,
  /** Worth knowing. */
  NOTE,
  /** Could not be looked at. */
  UNTRIED,
  /** A copy runs, and something may go wrong. */
  WARNING,
  /** No copy runs. */
  FAILED
}
