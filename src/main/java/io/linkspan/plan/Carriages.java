package io.linkspan.plan;

import io.linkspan.catalog.Catalog;
import io.linkspan.catalog.Column;
import io.linkspan.catalog.ColumnType;
import io.linkspan.pg.TypeName;
import java.util.Set;

/**
 * Chooses how a source column travels, so that its values arrive equal whatever settings the two
 * servers have: dblink carries text, and some types write themselves differently under other
 * settings (design note on dblink, 4.2 and 4.3).
 */
final class Carriages {
  /** Types whose text is the name of an object, looked up again by whoever reads it. */
  private static final Set<String> OBJECT_NAMES =
      Set.of(
          "regclass",
          "regproc",
          "regprocedure",
          "regoper",
          "regoperator",
          "regtype",
          "regrole",
          "regnamespace",
          "regconfig",
          "regdictionary",
          "regcollation");

  /** Types that are written by DateStyle, IntervalStyle, extra_float_digits or bytea_output. */
  private static final Set<String> SETTINGS_TELL =
      Set.of(
          "float4",
          "float8",
          "date",
          "time",
          "timetz",
          "timestamp",
          "timestamptz",
          "interval",
          "bytea",
          "daterange",
          "tsrange",
          "tstzrange",
          "point",
          "line",
          "lseg",
          "box",
          "path",
          "polygon",
          "circle");

  private static final TypeName TEXT = TypeName.builtin("text");
  private static final TypeName NUMERIC = TypeName.builtin("numeric");

  private final Catalog target;

  Carriages(Catalog target) {
    this.target = target;
  }

  /** How a column travels that an expression uses. */
  Carriage of(Column column) {
    String name = column.name().quoted();
    ColumnType type = column.type();
    if (type.name().isBuiltin()) {
      return ofBuiltin(name, type.name());
    }
    // A domain travels as what it is made of: casts and checks are those of the column it fills.
    TypeName carried = type.base().orElse(type.name());
    if (carried.isBuiltin()) {
      return ofBuiltin(name, carried);
    }
    return knownOnTarget(carried) ? new Carriage(name, carried) : asText(name);
  }

  /** How a column travels into a target column that its name was matched with. */
  Carriage of(Column column, Column into) {
    ColumnType to = into.type();
    boolean sameUserType =
        !column.type().name().isBuiltin()
            && column.type().name().name().equals(to.name().name())
            && column.type().kind() == to.kind();
    boolean labels = to.kind() == ColumnType.Kind.ENUM;
    if (sameUserType || (labels && column.type().kind() == ColumnType.Kind.ENUM)) {
      // The target's own type reads the text: the schema may differ between the two databases.
      return new Carriage(column.name().quoted(), to.base().orElse(to.name()));
    }
    if (namesObject(to.name()) && column.type().name().sameType(to.name())) {
      // The type's own input knows "-", which stands for no object; a cast from text does not.
      return new Carriage(column.name().quoted(), to.name());
    }
    return to.isString() && textDependsOnSettings(column.type())
        ? asText(column.name().quoted())
        : of(column);
  }

  /** Whether the text of a value is another under other settings; the link's own are fixed. */
  private static boolean textDependsOnSettings(ColumnType type) {
    TypeName name = type.base().or(type::element).orElse(type.name());
    return name.isBuiltin()
        ? SETTINGS_TELL.contains(name.name().name())
        : type.kind() == ColumnType.Kind.COMPOSITE || type.kind() == ColumnType.Kind.RANGE;
  }

  /** Whether the values of a type, or of the elements of an array, are names of objects. */
  static boolean namesObject(TypeName type) {
    String name = type.name().name();
    return type.isBuiltin()
        && OBJECT_NAMES.contains(name.startsWith("_") ? name.substring(1) : name);
  }

  private Carriage ofBuiltin(String name, TypeName type) {
    String bare = type.name().name();
    if (bare.equals("money")) {
      // money writes itself by lc_monetary, numeric the same everywhere.
      return new Carriage(name + "::numeric", NUMERIC);
    }
    if (bare.equals("_money")) {
      return new Carriage(
          name + "::numeric[]", new TypeName(type.schema(), type.name(), "numeric[]"));
    }
    if (OBJECT_NAMES.contains(bare) || bare.equals("xml")) {
      return asText(name);
    }
    return new Carriage(name, type);
  }

  private static Carriage asText(String name) {
    return new Carriage(name + "::text", TEXT);
  }

  private boolean knownOnTarget(TypeName type) {
    return target.hasType(type.schema().name(), type.name().name());
  }
}
