package io.linkspan.run;

/** Is told how a long piece of work goes on; called from any thread, never from two at once. */
public interface RunListener {
  /** Says nothing to anybody. */
  RunListener NONE =
      new RunListener() {
        @Override
        public void progress(Progress now) {}

        @Override
        public void remark(String text) {}
      };

  /** Where the work stands; told several times a second. */
  void progress(Progress now);

  /** Something that the user should know at once, such as a retry; one line of plain text. */
  void remark(String text);
}
