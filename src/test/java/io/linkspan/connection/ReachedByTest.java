package io.linkspan.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.linkspan.pg.UserException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ReachedByTest {
  @Test
  void host_port_and_other_keywords_are_read_and_written() {
    ReachedBy way = ReachedBy.parse("host=db1 port=6000 sslmode=disable");

    assertThat(way)
        .isEqualTo(new ReachedBy("db1", Optional.of("6000"), Map.of("sslmode", "disable")));
    assertThat(way.text()).isEqualTo("host='db1' port='6000' sslmode='disable'");
    assertThat(ReachedBy.parse(way.text())).isEqualTo(way);
  }

  @Test
  void the_other_server_may_use_its_sockets() {
    assertThat(ReachedBy.parse("host=/var/run/postgresql").host()).isEqualTo("/var/run/postgresql");
  }

  @Test
  void who_logs_in_is_not_a_way() {
    for (String text : new String[] {"host=h user=x", "host=h password=x", "host=h service=x"}) {
      assertThatThrownBy(() -> ReachedBy.parse(text))
          .isInstanceOf(UserException.class)
          .hasMessageEndingWith("does not say how to reach a server");
    }
  }

  @Test
  void a_way_without_host_or_with_an_impossible_port_is_refused() {
    assertThatThrownBy(() -> ReachedBy.parse("port=1"))
        .isInstanceOf(UserException.class)
        .hasMessage("the way to reach a database names no host");
    assertThatThrownBy(() -> ReachedBy.parse("host=h port=99999"))
        .isInstanceOf(UserException.class)
        .hasMessage("invalid port number");
  }
}
