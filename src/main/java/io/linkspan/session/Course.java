package io.linkspan.session;

import io.linkspan.run.Progress;
import io.linkspan.run.RunListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Passes on how a run goes on, and keeps where it stood from time to time: ever more seldom, so
 * that a long run keeps no more than a short one.
 */
public final class Course implements RunListener {
  private static final int MOST = 600;

  private final RunListener next;
  private final List<Progress> kept = new ArrayList<>();
  private Duration between = Duration.ofMillis(50);

  /** A listener in front of another one. */
  public Course(RunListener next) {
    this.next = next;
  }

  @Override
  public void progress(Progress now) {
    keep(now);
    next.progress(now);
  }

  private synchronized void keep(Progress now) {
    boolean due =
        kept.isEmpty()
            || now.elapsed().minus(kept.get(kept.size() - 1).elapsed()).compareTo(between) >= 0;
    if (due) {
      kept.add(now);
    }
    if (kept.size() > MOST) {
      for (int i = kept.size() - 2; i > 0; i -= 2) {
        kept.remove(i);
      }
      between = between.multipliedBy(2);
    }
  }

  @Override
  public void remark(String text) {
    next.remark(text);
  }

  /** Where it stood, first to last. */
  public synchronized List<Progress> kept() {
    return List.copyOf(kept);
  }
}
