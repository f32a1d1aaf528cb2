package io.linkspan.trouble;

/** Which side a trouble is raised on. */
public enum Side {
  /** The source: dblink's CONTEXT line is there. */
  SOURCE("the source; the target passes it on with a CONTEXT line"),
  /** The target: there is no CONTEXT line of dblink's. */
  TARGET("the target"),
  /** The one or the other; dblink's CONTEXT line tells. */
  EITHER("the source with dblink's CONTEXT line, the target without"),
  /** The target while it opens a connection; a FATAL in the DETAIL is what the source said. */
  LINK("the target as it connects; a FATAL in the DETAIL is the source's word"),
  /** The way from the shell to a server. */
  SHELL("the server that the shell connects to"),
  /** No side raises anything. */
  NEITHER("neither; nothing is raised");

  private final String words;

  Side(String words) {
    this.words = words;
  }

  /** How a reader is told. */
  public String words() {
    return words;
  }
}
