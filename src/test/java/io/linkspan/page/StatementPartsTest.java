package io.linkspan.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.catalog.CatalogSamples;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.PlanSamples;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class StatementPartsTest {
  private static String parts(CopyPlan plan) {
    return StatementParts.of(PageSamples.planned(plan)).stream()
        .map(part -> part.where() + ": " + part.does() + "\n" + part.sql().indent(2))
        .collect(Collectors.joining());
  }

  @Test
  void each_part_says_what_it_does_and_where() {
    assertThat(parts(PlanSamples.story()))
        .isEqualTo(
            """
            TARGET: Writes 3 columns of each row into public.users on main; 4 columns that it leaves out the table fills itself.
              INSERT INTO public.users (username, email, created_at)
            TARGET: Computes 2 values; the others are passed on as they came. DISTINCT ON keeps one row of those that are equal in its brackets.
              SELECT DISTINCT ON (email) username, lower(email) AS email,
                      now() AS created_at
            BETWEEN: main asks archive through a dblink connection that is open already: rows go straight from server to server, and no password stands in the statement.
              FROM dblink.dblink('linkspan_archive',
            SOURCE: Runs on archive. Only 3 columns leave it, and only of rows that WHERE lets through.
              $remote$SELECT username, email, created_at
              FROM public.archived_users
              WHERE is_active and email is not null and username is not null$remote$)
            BETWEEN: The column definition list: every value travels as text and is read as the type at its place. Places count, not names.
              AS t(username text, email text, created_at timestamp without time zone)
            TARGET: Decides which row of equal ones DISTINCT ON meets first.
              ORDER BY email, t.created_at desc
            TARGET: A row whose key is taken is skipped and counted; the row that is there stays as it is.
              ON CONFLICT DO NOTHING;
            """);
  }

  @Test
  void what_comes_before_the_insert_is_told_too() {
    CopyPlan plan =
        PlanSamples.plan(
            CatalogSamples.archivedUsers(),
            CatalogSamples.users(),
            "truncate on conflict (username) do update set email = excluded.email");

    assertThat(parts(plan))
        .startsWith(
            """
            TARGET: Empties the table first, in the same transaction: if the copy fails, the old rows are there again.
              TRUNCATE public.users;
            TARGET: Writes 4 columns of each row into public.users on main; 3 columns that it leaves out the table fills itself.
              INSERT INTO public.users (id, username, email, created_at)
            """)
        .endsWith(
            """
            TARGET: A row whose key is taken changes the row that is there.
              ON CONFLICT (username) DO UPDATE set email = excluded.email;
            """);
  }

  @Test
  void the_parts_together_are_the_statement() {
    CopyPlan plan = PlanSamples.story();

    String together =
        StatementParts.of(PageSamples.planned(plan)).stream()
            .map(StatementPart::sql)
            .collect(Collectors.joining());

    assertThat(together.replaceAll("\\s+", ""))
        .isEqualTo(
            String.join("", PageSamples.planned(plan).statementLines()).replaceAll("\\s+", ""));
  }
}
