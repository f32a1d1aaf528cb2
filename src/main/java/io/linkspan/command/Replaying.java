package io.linkspan.command;

/** How a script is replayed of which an earlier replay was interrupted. */
public enum Replaying {
  /** It goes on where that one stopped. */
  GOES_ON,
  /** It begins anew. */
  FRESH,
  /** It goes on after the input of which nobody knows whether it was done: it was. */
  SKIP,
  /** It goes on with the input of which nobody knows whether it was done: it was not. */
  AGAIN
}
