package io.linkspan.report;

import io.linkspan.pg.TypeName;
import java.util.regex.Pattern;

/** The short spelling of a type (manual, table "Data Types", column Aliases), for pictures. */
public final class ShortType {
  private static final Pattern WITH_ZONE =
      Pattern.compile("\\b(timestamp|time)(\\(\\d\\))? with time zone");
  private static final Pattern WITHOUT_ZONE = Pattern.compile("(?<=[a-z)]) without time zone");

  private ShortType() {}

  /** The type as a picture has it, such as {@code timestamptz}. */
  public static String of(TypeName type) {
    String text = WITH_ZONE.matcher(type.sql()).replaceAll("$1tz$2");
    text = WITHOUT_ZONE.matcher(text).replaceAll("");
    return type.isBuiltin()
        ? text.replaceFirst("^character varying", "varchar")
            .replaceFirst("^character", "char")
            .replaceFirst("^bit varying", "varbit")
            .replaceFirst("^double precision", "float8")
        : text;
  }
}
