package io.linkspan.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.pg.Identifier;
import io.linkspan.sql.Tokens;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A request is refined by one clause after the other. */
final class CopyRequestTest {
  private static CopyRequest refined(String start, String... clauses) {
    CopyRequest request = CopyParser.parse(Tokens.of(start));
    for (String clause : clauses) {
      for (Clause each : ClauseParser.parseAll(Tokens.of(clause))) {
        request = each.refine(request);
      }
    }
    return request;
  }

  @Test
  void map_adds_and_a_column_mapped_again_keeps_its_place() {
    CopyRequest request = refined("a -> b map x = 1, y = 2", "map z = 3, x = default");

    assertThat(List.copyOf(request.mapping().entrySet()))
        .isEqualTo(
            List.of(
                Map.entry(new Identifier("x"), new Filling.Default()),
                Map.entry(new Identifier("y"), new Filling.Expression("2")),
                Map.entry(new Identifier("z"), new Filling.Expression("3"))));
  }

  @Test
  void every_other_clause_replaces_what_was_said_before() {
    CopyRequest request =
        refined(
            "a -> b (x) where p distinct on conflict fail truncate",
            "where q",
            "columns (y, z)",
            "distinct on (y)",
            "on conflict overwrite",
            "truncate off");

    assertThat(request)
        .isEqualTo(refined("a -> b (y, z) where q distinct on (y) on conflict overwrite"));
  }

  @Test
  void a_clause_changes_nothing_but_its_own_part() {
    String all = "a -> b (x) map x = 1 where p distinct on conflict fail truncate";

    assertThat(refined(all, "where p")).isEqualTo(refined(all));
    assertThat(refined(all, "map x = 1")).isEqualTo(refined(all));
    assertThat(refined(all, "columns (x)")).isEqualTo(refined(all));
    assertThat(refined(all, "distinct")).isEqualTo(refined(all));
    assertThat(refined(all, "on conflict fail")).isEqualTo(refined(all));
    assertThat(refined(all, "truncate")).isEqualTo(refined(all));
  }

  @Test
  void several_clauses_may_refine_at_once() {
    assertThat(refined("a -> b", "where p map x = 1 truncate"))
        .isEqualTo(refined("a -> b where p map x = 1 truncate"));
  }

  @Test
  void a_table_is_shown_as_it_can_be_typed() {
    CopyRequest request = refined("my-archive:\"C\".d -> e");

    assertThat(((Source.OfTable) request.source()).table()).hasToString("my-archive:\"C\".d");
    assertThat(request.target()).hasToString("e");
  }
}
