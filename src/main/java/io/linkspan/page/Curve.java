package io.linkspan.page;

import io.linkspan.run.Progress;
import io.linkspan.run.Receipt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How many rows were done with at which moment, of a whole run or of one worker. */
record Curve(String name, List<Point> points) {
  /** A moment, since the run began, and the rows until then. */
  record Point(Duration at, long rows) {}

  Curve {
    points = List.copyOf(points);
  }

  /** Of the whole run first, then of each worker where there are several. */
  static List<Curve> of(Receipt receipt, List<Progress> course) {
    List<Point> all = seen(course);
    // The receipt's time begins with the first statement, a little later than the run.
    Duration seen = all.get(all.size() - 1).at();
    Duration end = seen.compareTo(receipt.elapsed()) > 0 ? seen : receipt.elapsed();
    all.add(new Point(end, receipt.read()));
    return withWorkers(all, course);
  }

  /** The same of a run that did not come to its end. */
  static List<Curve> of(List<Progress> course) {
    return withWorkers(seen(course), course);
  }

  private static List<Point> seen(List<Progress> course) {
    List<Point> all = new ArrayList<>(List.of(new Point(Duration.ZERO, 0)));
    course.forEach(moment -> all.add(new Point(moment.elapsed(), moment.rows())));
    return all;
  }

  private static List<Curve> withWorkers(List<Point> all, List<Progress> course) {
    List<Curve> curves = new ArrayList<>(List.of(new Curve("all rows", all)));
    int workers = course.stream().mapToInt(moment -> moment.workers().size()).max().orElse(0);
    for (int number = 1; workers > 1 && number <= workers; number++) {
      curves.add(ofWorker(number, course));
    }
    return curves;
  }

  private static Curve ofWorker(int number, List<Progress> course) {
    List<Point> points = new ArrayList<>(List.of(new Point(Duration.ZERO, 0)));
    for (Progress moment : course) {
      moment.workers().stream()
          .filter(worker -> worker.number() == number)
          .forEach(worker -> points.add(new Point(moment.elapsed(), worker.rows())));
    }
    return new Curve("worker " + number, points);
  }

  /** Whether it was seen on its way, and not at its begin and end alone. */
  boolean tells() {
    long highest = highest();
    return points.stream().anyMatch(point -> point.rows() > 0 && point.rows() < highest);
  }

  long highest() {
    return points.stream().mapToLong(Point::rows).max().orElse(0);
  }

  Duration end() {
    return points.get(points.size() - 1).at();
  }
}
