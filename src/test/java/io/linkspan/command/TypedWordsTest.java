package io.linkspan.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TypedWordsTest {
  @Test
  void words_count_in_their_order_over_all_that_was_typed() {
    List<String> typed = List.of("Begin", "select dblink_exec ( 'x', 'y')", "rollback;");

    assertThat(TypedWords.missing(List.of("begin", "dblink_exec", "rollback"), typed)).isEmpty();
    assertThat(TypedWords.missing(List.of("rollback", "begin"), typed)).contains("begin");
    assertThat(TypedWords.missing(List.of("begin", "begin"), typed)).contains("begin");
  }

  @Test
  void what_a_string_or_a_comment_holds_was_not_typed() {
    List<String> typed = List.of("select dblink_exec('old', 'begin'), $q$begin$q$ -- begin");

    assertThat(TypedWords.missing(List.of("begin"), typed)).contains("begin");
  }

  @Test
  void other_words_for_the_same_do_as_well() {
    List<String> typed = List.of("start transaction; ABORT");

    assertThat(TypedWords.missing(List.of("begin", "rollback"), typed)).isEmpty();
  }

  @Test
  void a_name_is_found_as_a_whole_with_its_schema() {
    List<String> typed = List.of("select dblink.dblink_get_connections();");

    assertThat(TypedWords.missing(List.of("dblink.dblink_get_connections"), typed)).isEmpty();
    assertThat(TypedWords.missing(List.of("dblink_get"), typed)).contains("dblink_get");
  }
}
