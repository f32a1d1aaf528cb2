package io.linkspan.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.catalog.CatalogSamples;
import io.linkspan.catalog.Table;
import io.linkspan.plan.PlanSamples;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class SizesTest {
  private static Sizes of(long rows, long bytes) {
    Table table = CatalogSamples.table("s").column("a", "integer").size(rows, bytes).table();
    return Sizes.of(PlanSamples.plan(table, table, ""));
  }

  @Test
  void a_bucket_has_about_a_thousand_rows() {
    assertThat(of(2_000_000, 200_000_000))
        .isEqualTo(new Sizes(OptionalLong.of(2_000_000), 1024, 20_000));
    assertThat(of(100, 8_192)).isEqualTo(new Sizes(OptionalLong.of(100), 64, 20_000));
    assertThat(of(1_000_000_000, 100_000_000_000L).buckets()).isEqualTo(65_536);
  }

  @Test
  void wide_rows_are_fetched_few_at_a_time() {
    assertThat(of(1_000, 1_000L << 20).rowsPerFetch()).isEqualTo(50);
    assertThat(of(-1, 0)).isEqualTo(new Sizes(OptionalLong.empty(), 64, 4_194));
  }
}
