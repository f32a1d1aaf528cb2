package io.linkspan.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.pg.Identifier;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConflictClauseTest {
  private static ConflictClause parsed(String text) {
    return ConflictClause.parse(text).value().orElseThrow();
  }

  private static ConflictTarget.Element element(String text, String column) {
    return new ConflictTarget.Element(text, Optional.of(new Identifier(column)));
  }

  @Test
  void do_nothing_needs_no_target() {
    assertThat(parsed("do nothing"))
        .isEqualTo(new ConflictClause(new ConflictTarget.Any(), new ConflictAction.Nothing()));
  }

  @Test
  void a_target_holds_columns_and_expressions_as_typed() {
    assertThat(
            parsed(
                "(Email, lower(name), (a  || b), \"C\" collate \"de\" text_ops) where Active do nothing"))
        .isEqualTo(
            new ConflictClause(
                new ConflictTarget.Index(
                    List.of(
                        element("Email", "email"),
                        new ConflictTarget.Element("lower(name)", Optional.empty()),
                        new ConflictTarget.Element("(a  || b)", Optional.empty()),
                        element("\"C\" collate \"de\" text_ops", "C")),
                    Optional.of("Active")),
                new ConflictAction.Nothing()));
  }

  @Test
  void a_constraint_can_be_the_target() {
    assertThat(parsed("ON CONSTRAINT Users_pk DO NOTHING").target())
        .isEqualTo(new ConflictTarget.Constraint(new Identifier("users_pk")));
  }

  @Test
  void do_update_keeps_its_expressions_as_typed() {
    assertThat(
            parsed(
                    "(email) do update set Username = Excluded.username  ||  ',', n = f(a, b)"
                        + " where users.updated_at < excluded.updated_at")
                .action())
        .isEqualTo(
            new ConflictAction.Update(
                List.of(
                    new ConflictAction.Assignment(
                        List.of(new Identifier("username")), "Excluded.username  ||  ','"),
                    new ConflictAction.Assignment(List.of(new Identifier("n")), "f(a, b)")),
                Optional.of("users.updated_at < excluded.updated_at")));
  }

  @Test
  void several_columns_are_set_one_by_one_where_values_are_listed() {
    assertThat(
            parsed("(x) do update set (a, b) = row(1, f(2, 3)), (c, d) = (select 1, 2)").action())
        .isEqualTo(
            new ConflictAction.Update(
                List.of(
                    new ConflictAction.Assignment(List.of(new Identifier("a")), "1"),
                    new ConflictAction.Assignment(List.of(new Identifier("b")), "f(2, 3)"),
                    new ConflictAction.Assignment(
                        List.of(new Identifier("c"), new Identifier("d")), "(select 1, 2)")),
                Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "(email)",
        "(email) do",
        "do update set a = 1",
        "(a) do update",
        "(a) do update set",
        "(a) do update set a",
        "(a) do update set a =",
        "(a) do update set a = 1,",
        "() do nothing",
        "(a,) do nothing",
        "(a) do nothing where x",
        "(a) do update set a[1] = 2",
        "(a) do update set a.b = 2",
        "on constraint do nothing extra",
        "(a) where do nothing",
        "(a) do update set a = 'secret",
        "do nothing; drop table t"
      })
  void what_is_no_conflict_clause_is_not_parsed(String text) {
    assertThat(ConflictClause.parse(text).unparsed().orElseThrow().reason())
        .doesNotContain("secret");
  }
}
