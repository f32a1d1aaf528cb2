package io.linkspan.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.catalog.Deletion;
import io.linkspan.catalog.Reference;
import io.linkspan.catalog.Reference.OnDelete;
import io.linkspan.catalog.Table;
import io.linkspan.journal.BatchCounts;
import io.linkspan.journal.JournalSamples;
import io.linkspan.journal.JournaledRun;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.QualifiedName;
import io.linkspan.undo.UndoPreview;
import io.linkspan.undo.Undone;
import java.util.List;
import org.junit.jupiter.api.Test;

final class UndoScreenTest {
  private static final JournaledRun RUN =
      JournalSamples.finished(7, new BatchCounts(1200, 80, 1041, 0, 79, 0));

  private static UndoPreview preview(
      long rows, List<Identifier> triggers, List<Reference> references) {
    return new UndoPreview(
        RUN,
        rows,
        new Deletion(
            Table.Kind.TABLE,
            new Identifier("app_user"),
            false,
            true,
            true,
            false,
            false,
            triggers,
            references));
  }

  private static Reference reference(String name, String from, OnDelete onDelete) {
    return new Reference(
        new Identifier(name),
        QualifiedName.of("public", from),
        QualifiedName.of("public", "users"),
        onDelete);
  }

  @Test
  void what_would_go_and_what_would_stay_is_told() {
    assertThat(Screens.text(UndoScreen.of(preview(998, List.of(), List.of()), Screens.PAGE)))
        .isEqualTo(
            """
            undo of run 7 of archive:public.archived_users -> main:public.users
              inserted       1,041  by the run
              staying           43  changed or deleted since
              going            998  as the run inserted them
            """);
    assertThat(UndoScreen.question(preview(998, List.of(), List.of())))
        .isEqualTo("Remove 998 rows from public.users?");
    assertThat(UndoScreen.question(preview(1, List.of(), List.of())))
        .isEqualTo("Remove 1 row from public.users?");
  }

  @Test
  void what_would_be_set_off_is_told() {
    UndoPreview preview =
        preview(
            1041,
            List.of(new Identifier("audit"), new Identifier("Mail")),
            List.of(
                reference("a_fkey", "a", OnDelete.CASCADE),
                reference("b_fkey", "b", OnDelete.SET_NULL),
                reference("c_fkey", "c", OnDelete.SET_DEFAULT),
                reference("d_fkey", "d", OnDelete.NO_ACTION),
                reference("e_fkey", "e", OnDelete.RESTRICT)));

    assertThat(Screens.text(UndoScreen.of(preview, Screens.PAGE)))
        .isEqualTo(
            """
            undo of run 7 of archive:public.archived_users -> main:public.users
              inserted       1,041  by the run
              going          1,041  as the run inserted them
              Triggers fire: audit, "Mail"
              Rows of public.a that refer to removed ones go too (foreign key a_fkey)
              Rows of public.b that refer to removed ones get NULL instead (foreign key
              b_fkey)
              Rows of public.c that refer to removed ones get the default instead (foreign
              key c_fkey)
              A row of public.d that refers to a removed one would stop the undo (foreign
              key d_fkey)
              A row of public.e that refers to a removed one would stop the undo (foreign
              key e_fkey)
            """);
  }

  @Test
  void what_was_done_is_told_with_the_rows_that_stayed() {
    assertThat(Screens.text(UndoScreen.of(new Undone(RUN, 998, 998))))
        .isEqualTo("Run 7 is undone: 998 rows removed from main:public.users.\n");
    assertThat(Screens.text(UndoScreen.of(new Undone(RUN, 998, 996))))
        .isEqualTo(
            """
            Run 7 is undone: 996 rows removed from main:public.users.
            2 rows stayed: changed meanwhile, or kept by a trigger.
            """);
  }
}
