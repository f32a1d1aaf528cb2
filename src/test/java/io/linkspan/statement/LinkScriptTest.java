package io.linkspan.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.catalog.CatalogSamples;
import io.linkspan.catalog.Table;
import io.linkspan.pg.Identifier;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.PlanSamples;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LinkScriptTest {
  private static final Table FROM =
      CatalogSamples.table("s").column("a", "text").column("b", "text").table();
  private static final Table INTO =
      CatalogSamples.table("t").column("a", "text").column("b", "text").table();
  private static final LinkScript.Header HEADER =
      new LinkScript.Header(
          "it's@db:5432/arc", "app@db2:5432/app\n\\! rm", "dbname='app'", "today by linkspan 1.0");

  private static String script(Optional<Identifier> server) {
    CopyPlan plan = PlanSamples.plan(FROM, INTO, "truncate");
    return LinkScript.of(
        plan,
        "linkspan_archive",
        new LinkScript.Way(
            server, "host='db' user='it\\'s'", "it's", "SET default_transaction_read_only = 'on'"),
        HEADER);
  }

  @Test
  void a_script_for_psql_does_the_same_without_linkspan() {
    assertThat(script(Optional.empty()))
        .isEqualTo(
            """
            -- Copies archive:public.s into main:public.t, as linkspan would, with psql alone.
            --
            --   from  it's@db:5432/arc
            --   into  app@db2:5432/app
            -- \\! rm
            --   plan  plan copy archive:public.s -> main:public.t truncate
            --   made  today by linkspan 1.0
            --
            -- To run it, wherever psql reaches the target:
            --   psql -X -v ON_ERROR_STOP=1 -f FILE "dbname='app'"
            -- It takes the source's password from the environment, SOURCE_PASSWORD, or asks for
            -- it, and shows it then. Under log_statement = all it stands in the target's log.
            -- All is one transaction: after an error, nothing is changed.
            \\set ON_ERROR_STOP on
            \\encoding UTF8

            -- What the texts below were made under, on the target.
            SET standard_conforming_strings = on;
            SET DateStyle = ISO;
            SET TimeZone = 'UTC';
            SET search_path = public;

            -- The password of the source; psql quotes it.
            \\set source_password `printf %s "$SOURCE_PASSWORD"`
            SELECT :'source_password' = '' AS ask \\gset
            \\if :ask
            \\prompt 'Password of it''s: ' source_password
            \\endif

            -- The target opens a session on the source.
            SELECT dblink.dblink_connect('linkspan_archive',
              E'host=''db'' user=''it\\\\''s''' ||
              ' password=''' || replace(replace(:'source_password', E'\\\\', E'\\\\\\\\'), '''', E'\\\\''') || '''');
            \\unset source_password

            -- It only reads there, and writes dates and numbers so that every server reads them alike.
            SELECT dblink.dblink_exec('linkspan_archive',
              'SET default_transaction_read_only = ''on''');

            -- One transaction on the target, one on the source, which sees one moment of it.
            BEGIN;
            SELECT dblink.dblink_exec('linkspan_archive',
              'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');

            -- The target is emptied first.
            TRUNCATE public.t;

            -- The copy: the query between the $ signs runs on the source, the rest on the target.
            INSERT INTO public.t (a, b)
            SELECT a, b
            FROM dblink.dblink('linkspan_archive',
              $remote$SELECT a, b
            FROM public.s$remote$)
              AS t(a text, b text)
            ON CONFLICT DO NOTHING;

            -- Done: both transactions end, and the session on the source.
            SELECT dblink.dblink_exec('linkspan_archive',
              'COMMIT');
            COMMIT;
            SELECT dblink.dblink_disconnect('linkspan_archive');
            """);
  }

  @Test
  void a_foreign_server_needs_no_password() {
    assertThat(script(Optional.of(new Identifier("To The Archive"))))
        .contains("SELECT dblink.dblink_connect('linkspan_archive',\n  'To The Archive');")
        .doesNotContain("password");
  }
}
