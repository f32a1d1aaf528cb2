package io.linkspan.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.catalog.CatalogSamples;
import io.linkspan.catalog.Table;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.QualifiedName;
import io.linkspan.pg.UserException;
import io.linkspan.plan.Assignment;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.PlanSamples;
import io.linkspan.request.ConflictRule;
import io.linkspan.request.CopyRequest;
import io.linkspan.request.Distinct;
import io.linkspan.request.Execution;
import io.linkspan.request.Filling;
import io.linkspan.request.Source;
import io.linkspan.request.TableReference;
import io.linkspan.sql.DblinkInsert;
import io.linkspan.sql.QueryFeature;
import io.linkspan.sql.SelectItem;
import io.linkspan.sql.SelectText;
import io.linkspan.statement.DblinkStatement;
import io.linkspan.statement.StatementWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The statement's text is read again and held against the plan. */
final class StatementChecksTest {
  private static final String LINK = "linkspan_archive";
  private static final Table FROM =
      CatalogSamples.table("s").column("a", "text").column("b", "text").table();
  private static final Table INTO =
      CatalogSamples.table("t").column("a", "text").column("b", "text").primaryKey("a").table();

  /** A request whose texts no parser has seen. */
  private static CopyRequest request(
      String expression, String where, Distinct distinct, Optional<ConflictRule> conflict) {
    return new CopyRequest(
        new Source.OfTable(new TableReference(Optional.empty(), FROM.name())),
        new TableReference(Optional.empty(), INTO.name()),
        Optional.empty(),
        Map.of(new Identifier("b"), new Filling.Expression(expression)),
        Optional.of(where),
        distinct,
        conflict,
        false,
        Execution.CHOSEN);
  }

  private static List<Finding> findings(CopyPlan plan) {
    return StatementChecks.check(plan, StatementWriter.write(plan, LINK));
  }

  private static List<String> messages(CopyPlan plan) {
    return findings(plan).stream()
        .filter(f -> f.severity() == Finding.Severity.ERROR)
        .map(f -> f.fields().message())
        .toList();
  }

  private static CopyPlan mapped(String expression) {
    return PlanSamples.plan(
        request(expression, "true", new Distinct.None(), Optional.empty()), FROM, INTO);
  }

  private static CopyPlan filtered(String where) {
    return PlanSamples.plan(request("b", where, new Distinct.None(), Optional.empty()), FROM, INTO);
  }

  @Test
  void the_statement_of_a_plan_passes() {
    assertThat(findings(PlanSamples.story())).isEmpty();
    assertThat(findings(PlanSamples.plan(FROM, INTO, "on conflict overwrite truncate distinct")))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "b",
        "lower(b)",
        "coalesce(b, 'x; drop table t', $q$ -- $q$)",
        "case when a is distinct from b then 1 else 2 end",
        "(select max(x) from other where other.a = t.a)",
        "b::varchar(10)",
        "b || /* ; */ ')'",
        "array[a, b]::text",
        "interval '1 day' * 2",
      })
  void an_expression_passes_whatever_its_constants_hold(String expression) {
    assertThat(messages(mapped(expression))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '`',
      value = {
        "b, a | it gives 3 values for 2 columns",
        "b AS a, lower(a) | it gives 3 values for 2 columns",
        "b group by c | its SELECT has a clause that no plan has, such as GROUP BY or LIMIT",
        "(select x from dblink('c', 'q') as u(x text)) | it calls dblink 2 times",
        "(select dblink_exec('c', 'delete from x')) | it calls dblink 2 times",
      })
  void an_expression_that_is_more_than_one_is_refused(String expression, String message) {
    assertThat(messages(mapped(expression)))
        .contains("the statement is not what the plan says: " + message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "b from other",
        "b; drop table t",
        "b) from other; --",
        "b' ",
        "$remote$",
        "b /* open",
        "b union select 1",
        "",
      })
  void an_expression_that_leaves_its_place_is_refused(String expression) {
    assertThat(messages(mapped(expression))).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '`',
      value = {
        "true; delete from s | the remote query is not one plain read: a second statement follows",
        "true) union (select 1 | the remote query is not one plain read: its brackets do not pair",
        "a = 'x | the remote query is not one plain read: a quote is not closed",
        "a = '\\' | the remote query is not one plain read: a backslash stands before a quote: write E'…' or double the quote",
        "a = 'x' /* | the remote query is not one plain read: a comment is not closed",
        "true limit 10 | the statement is not what the plan says: the remote query has more clauses than SELECT, FROM and WHERE",
        "true union select a, b from secrets | the statement is not what the plan says: the remote query has more clauses than SELECT, FROM and WHERE",
        "true order by a | the statement is not what the plan says: the remote query has more clauses than SELECT, FROM and WHERE",
        "true for update | the statement is not what the plan says: the remote query has more clauses than SELECT, FROM and WHERE",
        "a, b | the statement is not what the plan says: its where is more than one condition",
      })
  void a_where_that_is_more_than_a_condition_is_refused(String where, String message) {
    assertThat(messages(filtered(where))).contains(message);
  }

  @Test
  void a_query_that_closes_its_own_bracket_is_refused() {
    CopyRequest request =
        new CopyRequest(
            new Source.OfQuery(Optional.empty(), "select a, b from s) as q, (select 1"),
            new TableReference(Optional.empty(), INTO.name()),
            Optional.empty(),
            Map.of(),
            Optional.empty(),
            new Distinct.None(),
            Optional.empty(),
            false,
            Execution.CHOSEN);
    CopyPlan plan =
        PlanSamples.plan(
            request,
            CatalogSamples.archive(),
            new io.linkspan.plan.Reading.OfQuery(
                "select a, b from s) as q, (select 1", FROM.columns()),
            CatalogSamples.catalog("main", INTO),
            INTO);

    assertThat(messages(plan))
        .contains("the statement is not what the plan says: its query is more than one query");
  }

  @Test
  void another_statement_than_the_planned_one_is_found_out() {
    CopyPlan plan = PlanSamples.plan(FROM, INTO, "");
    DblinkStatement good = StatementWriter.write(plan, LINK);
    DblinkStatement bad =
        new DblinkStatement(
            LINK,
            good.remoteQuery(),
            good.fetch(),
            List.of(),
            good.insert()
                .replace("INTO public.t", "INTO public.other")
                .replace("linkspan_archive", "linkspan_other")
                .replace("b text", "b integer")
                .concat(" RETURNING a"),
            List.of());

    assertThat(StatementChecks.check(plan, bad).stream().map(f -> f.fields().message()).toList())
        .isEqualTo(
            List.of(
                "the statement is not what the plan says: it writes to public.other",
                "the statement is not what the plan says: it does not read through the link"
                    + " \"linkspan_archive\"",
                "the statement is not what the plan says: its column definition list is another",
                "the statement is not what the plan says: it has RETURNING"));
  }

  @Provide
  Arbitrary<String> pieces() {
    Arbitrary<String> sql =
        Arbitraries.of(
            "a",
            "b",
            " ",
            " ",
            "(",
            ")",
            ",",
            ";",
            "'",
            "''",
            "\"",
            "$$",
            "$remote$",
            "$remote1$",
            "--",
            "\n",
            "/*",
            "*/",
            "\\",
            "E'",
            " as ",
            " from ",
            " where ",
            " union select ",
            " limit 1",
            " group by ",
            " order by ",
            " on conflict ",
            " do nothing",
            " returning ",
            " into x",
            "; drop table t",
            "dblink('c','q')",
            "public.dblink('c','q') as x(a text)",
            "(select 1)",
            "(select x from other)",
            "1",
            "=",
            "::text",
            "[",
            "]",
            " and ",
            "is ",
            "distinct ",
            "case when ",
            " end",
            "array[",
            "lower(",
            "t.",
            ".",
            " over ()",
            "null",
            " values (1)",
            " with ",
            "table other",
            " desc",
            " set ",
            " update ",
            ":x",
            "é");
    return sql.list().ofMaxSize(8).map(parts -> String.join("", parts));
  }

  @Property(tries = 4000)
  void nothing_that_is_typed_gets_out_of_its_place(
      @ForAll("pieces") String expression,
      @ForAll("pieces") String where,
      @ForAll("pieces") String on,
      @ForAll("pieces") String order,
      @ForAll("pieces") String conflict,
      @ForAll boolean distinct,
      @ForAll boolean upsert) {
    CopyRequest request =
        request(
            expression,
            where.isBlank() ? "true" : where,
            distinct ? new Distinct.On(List.of(on), order) : new Distinct.None(),
            Optional.of(
                upsert
                    ? new ConflictRule.Clause("(a) do update set b = " + conflict)
                    : new ConflictRule.Preserve()));
    CopyPlan plan;
    try {
      plan = PlanSamples.plan(request, FROM, INTO);
    } catch (UserException e) {
      Statistics.collect("refused by the planner");
      return;
    }
    DblinkStatement statement = StatementWriter.write(plan, LINK);
    boolean refused = Checks.refuse(StatementChecks.check(plan, statement));
    Statistics.collect(refused ? "refused by a check" : "passed");
    if (!refused) {
      assertPlanned(plan, statement);
    }
  }

  @Property(tries = 2000)
  void an_expression_alone_stays_in_its_place(@ForAll("pieces") String expression) {
    nothing_that_is_typed_gets_out_of_its_place(expression, "true", "a", "", "1", false, false);
  }

  @Property(tries = 2000)
  void a_where_alone_stays_in_its_place(@ForAll("pieces") String where) {
    nothing_that_is_typed_gets_out_of_its_place("b", where, "a", "", "1", false, false);
  }

  @Property(tries = 2000)
  void a_distinct_on_alone_stays_in_its_place(
      @ForAll("pieces") String on, @ForAll("pieces") String order) {
    nothing_that_is_typed_gets_out_of_its_place("b", "true", on, order, "1", true, false);
  }

  @Property(tries = 2000)
  void a_conflict_clause_alone_stays_in_its_place(@ForAll("pieces") String conflict) {
    nothing_that_is_typed_gets_out_of_its_place("b", "true", "a", "", conflict, false, true);
  }

  private static void assertPlanned(CopyPlan plan, DblinkStatement statement) {
    DblinkInsert insert = DblinkInsert.parse(statement.insert()).value().orElseThrow();
    assertThat(insert.target()).isEqualTo(QualifiedName.of("public", "t"));
    assertThat(insert.items().stream().map(SelectItem::expression).toList())
        .isEqualTo(
            plan.assignments().stream().map(Assignment::expression).map(String::strip).toList());
    assertThat(insert.call().query().value()).contains(statement.sent());
    assertThat(insert.call().columns()).hasSameSizeAs(plan.remoteColumns());
    assertThat(insert.dblinkCalls()).isEqualTo(1);
    assertThat(insert.otherFrom()).isEmpty();
    assertThat(insert.where()).isEmpty();
    assertThat(insert.returning()).isEmpty();
    assertThat(Set.of(QueryFeature.DISTINCT, QueryFeature.ORDER_BY)).containsAll(insert.features());
    SelectText remote = SelectText.parse(statement.remoteQuery()).value().orElseThrow();
    assertThat(remote.features()).isEmpty();
    assertThat(remote.tables()).contains(FROM.name());
    assertThat(statement.remoteQuery()).contains("\nFROM public.s\nWHERE ");
  }
}
