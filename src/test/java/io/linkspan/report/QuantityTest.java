package io.linkspan.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class QuantityTest {

  @Test
  void counts_have_commas() {
    assertThat(Quantity.count(0)).isEqualTo("0");
    assertThat(Quantity.count(999)).isEqualTo("999");
    assertThat(Quantity.count(1234)).isEqualTo("1,234");
    assertThat(Quantity.count(-123)).isEqualTo("-123");
    assertThat(Quantity.count(-1234567)).isEqualTo("-1,234,567");
    assertThat(Quantity.count(1, "row")).isEqualTo("1 row");
    assertThat(Quantity.count(2000, "row")).isEqualTo("2,000 rows");
  }

  @Test
  void sizes_are_what_the_server_says_pretty() {
    assertThat(Quantity.size(1)).isEqualTo("1 byte");
    assertThat(Quantity.size(10239)).isEqualTo("10239 bytes");
    assertThat(Quantity.size(10240)).isEqualTo("10 kB");
    assertThat(Quantity.size(12_582_912)).isEqualTo("12 MB");
    assertThat(Quantity.size(10_485_248)).isEqualTo("10 MB");
    assertThat(Quantity.size(10_485_247)).isEqualTo("10239 kB");
    assertThat(Quantity.size(1L << 50)).isEqualTo("1024 TB");
  }

  @Test
  void a_rough_time_has_two_units_at_most() {
    assertThat(Quantity.roughTime(Duration.ofMillis(59_999))).isEqualTo("59 s");
    assertThat(Quantity.roughTime(Duration.ofSeconds(125))).isEqualTo("2 min 5 s");
    assertThat(Quantity.roughTime(Duration.ofMinutes(200))).isEqualTo("3 h 20 min");
  }

  @Test
  void an_estimate_is_marked_as_one() {
    assertThat(Quantity.estimate(1234)).isEqualTo("~1,234");
    assertThat(Quantity.estimate(-1)).isEqualTo("?");
  }
}
