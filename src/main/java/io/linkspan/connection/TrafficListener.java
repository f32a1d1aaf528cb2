package io.linkspan.connection;

/** Is told what the shell's sessions send and what comes back; on the thread that works there. */
public interface TrafficListener {
  /** A message is about to be sent. */
  void sent(Sent message);

  /** Its answer is there, or will not come. */
  void answered(Answered answer);
}
