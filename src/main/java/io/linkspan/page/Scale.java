package io.linkspan.page;

import java.util.ArrayList;
import java.util.List;

/**
 * An axis from 0 on.
 *
 * @param step between two of its marks
 * @param end the last mark, at or after the highest value
 */
record Scale(double step, double end) {
  private static final int MARKS = 4;

  /** One whose marks are round numbers. */
  static Scale upTo(double highest) {
    double most = highest <= 0 ? 1 : highest;
    double power = Math.pow(10, Math.floor(Math.log10(most / MARKS)));
    double step = power * 10;
    for (double each : new double[] {1, 2, 2.5, 5}) {
      if (each * power * MARKS >= most) {
        step = each * power;
        break;
      }
    }
    return new Scale(step, Math.ceil(most / step - 1e-9) * step);
  }

  /** One whose marks are whole numbers. */
  static Scale whole(long highest) {
    double most = Math.max(1.0, (double) highest);
    double step = Math.max(1, Math.ceil(upTo(most).step()));
    return new Scale(step, Math.ceil(most / step) * step);
  }

  List<Double> marks() {
    List<Double> marks = new ArrayList<>();
    for (int i = 0; i * step <= end + step / 1000; i++) {
      marks.add(i * step);
    }
    return marks;
  }
}
