package io.linkspan.command;

import io.linkspan.pg.UserException;
import java.util.Map;
import java.util.Optional;

/** The look-up words of psql that are not here, each with the SQL that tells the same. */
final class LeftOutLookups {
  private static final Map<String, String> SQL =
      Map.ofEntries(
          Map.entry("\\dA", "select amname, amtype, amhandler from pg_am;"),
          Map.entry("\\dAc", "select opcname, opcmethod, opcintype from pg_opclass;"),
          Map.entry("\\dAf", "select opfname, opfmethod from pg_opfamily;"),
          Map.entry("\\dAo", "select amopfamily, amopopr, amopstrategy from pg_amop;"),
          Map.entry("\\dAp", "select amprocfamily, amproc, amprocnum from pg_amproc;"),
          Map.entry("\\dc", "select conname, conproc, condefault from pg_conversion;"),
          Map.entry(
              "\\dC", "select castsource::regtype, casttarget::regtype, castcontext from pg_cast;"),
          Map.entry("\\dconfig", "show all;"),
          Map.entry("\\dd", "select objoid, classoid::regclass, description from pg_description;"),
          Map.entry(
              "\\ddp", "select defaclrole::regrole, defaclobjtype, defaclacl from pg_default_acl;"),
          Map.entry("\\dF", "select cfgname from pg_ts_config;"),
          Map.entry("\\dFd", "select dictname from pg_ts_dict;"),
          Map.entry("\\dFp", "select prsname from pg_ts_parser;"),
          Map.entry("\\dFt", "select tmplname from pg_ts_template;"),
          Map.entry("\\dl", "select oid, lomowner::regrole from pg_largeobject_metadata;"),
          Map.entry("\\dL", "select lanname, lanowner::regrole, lanpltrusted from pg_language;"),
          Map.entry("\\do", "select oid::regoperator, oprresult::regtype from pg_operator;"),
          Map.entry("\\dO", "select collname, collprovider, collcollate from pg_collation;"),
          Map.entry("\\dP", "select partrelid::regclass, partstrat from pg_partitioned_table;"),
          Map.entry(
              "\\drds", "select setdatabase, setrole::regrole, setconfig from pg_db_role_setting;"),
          Map.entry("\\drg", "select roleid::regrole, member::regrole from pg_auth_members;"),
          Map.entry("\\dRp", "select pubname, puballtables from pg_publication;"),
          Map.entry("\\dRs", "select subname, subenabled from pg_subscription;"),
          Map.entry("\\dX", "select stxrelid::regclass, stxname from pg_statistic_ext;"),
          Map.entry("\\dy", "select evtname, evtevent, evtenabled from pg_event_trigger;"));

  /** Words that are left out and are no question of SQL. */
  private static final Map<String, String> WAYS =
      Map.of(
          "\\ef", "See the function with \\sf NAME, and type it anew.",
          "\\ev", "See the view with \\sv NAME, and type it anew.");

  private LeftOutLookups() {}

  /** Of a word with a letter too many, those that there are. */
  private static Optional<UserException> letters(String word) {
    String known =
        word.startsWith("\\df") ? "anptw" : word.matches("\\\\d[tvmsiE].+") ? "tvmsiE" : "";
    String first = word.startsWith("\\df") ? "\\df" : "\\d";
    return known.isEmpty() || word.substring(first.length()).matches("[S+" + known + "]*")
        ? Optional.empty()
        : Optional.of(
            UserException.usage(
                "unknown command \"" + word + "\"",
                "After %s stand letters of %s in any order, S and +.".formatted(first, known)));
  }

  /** The answer to such a word, with psql's {@code S} and {@code +} behind it or without. */
  static Optional<UserException> error(String word) {
    String way = WAYS.get(word);
    String sql = SQL.get(word.replaceFirst("[S+x]+$", ""));
    if (way == null && sql == null) {
      return letters(word);
    }
    return Optional.of(
        UserException.usage(word + " is not here", way != null ? way : "The same in SQL: " + sql));
  }
}
