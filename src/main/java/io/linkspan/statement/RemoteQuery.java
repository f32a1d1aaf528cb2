package io.linkspan.statement;

import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.Reading;
import io.linkspan.plan.RemoteColumn;

/** The query that the source runs. */
final class RemoteQuery {
  private RemoteQuery() {}

  static String of(CopyPlan plan) {
    String head =
        Wrapped.list("SELECT ", plan.remoteColumns().stream().map(RemoteQuery::item).toList(), "");
    String where = plan.where().map(text -> "\nWHERE " + closed(text)).orElse("");
    return head + "\nFROM " + from(plan.reading()) + where;
  }

  /** The same, cut after some rows. */
  static String limited(CopyPlan plan, long rows) {
    return of(plan) + "\nLIMIT " + rows;
  }

  private static String item(RemoteColumn column) {
    String name = column.name().quoted();
    return column.expression().equals(name) ? name : column.expression() + " AS " + name;
  }

  private static String from(Reading reading) {
    if (reading instanceof Reading.OfTable of) {
      return of.table().name().quoted();
    }
    Reading.OfQuery of = (Reading.OfQuery) reading;
    return "(" + closed(of.sql()) + ") AS q";
  }

  /** The user's text with a line end after it where a comment would else swallow what follows. */
  static String closed(String text) {
    return text.contains("--") ? text + "\n" : text;
  }
}
