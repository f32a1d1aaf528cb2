package io.linkspan.run;

import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.Division;
import io.linkspan.plan.Reading;
import io.linkspan.request.Batching;

/**
 * How many rows the next FETCH asks for. How wide the rows of a query are shows only when they
 * come: it begins with few and doubles, and takes a quarter for good once rows did not fit.
 *
 * @param rows of the next FETCH
 * @param most rows that any FETCH may ask for
 */
record FetchSize(long rows, long most) {
  private static final long LEAST = 50;

  static FetchSize of(CopyPlan plan) {
    long most = ((Division.Fetches) plan.howItRuns().division()).rowsPerFetch();
    boolean asked =
        plan.request()
            .execution()
            .batching()
            .filter(batching -> batching instanceof Batching.Rows)
            .isPresent();
    boolean known = plan.reading() instanceof Reading.OfTable of && of.table().estimatedRows() > 0;
    return new FetchSize(asked || known ? most : Math.max(Math.min(LEAST, most), most / 16), most);
  }

  /** The next size. */
  FetchSize after(boolean spilled) {
    if (spilled) {
      long less = Math.max(1, rows / 4);
      return new FetchSize(less, less);
    }
    return new FetchSize(Math.min(most, rows * 2), most);
  }
}
