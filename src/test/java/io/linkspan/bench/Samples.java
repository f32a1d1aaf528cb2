package io.linkspan.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Measured values of one subject, in the order of the measurements. */
final class Samples {
  private final List<Double> values = new ArrayList<>();

  void add(double value) {
    values.add(value);
  }

  double median() {
    return quantile(0.5);
  }

  double ninetyNinth() {
    return quantile(0.99);
  }

  /** The value that this share of the values does not exceed. */
  private double quantile(double share) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get((int) Math.round(share * (sorted.size() - 1)));
  }

  /** The median and, in parentheses, the range from the tenth to the ninetieth percentile. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.0f (%.0f-%.0f)", median(), quantile(0.1), quantile(0.9));
  }
}
