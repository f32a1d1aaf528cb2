package io.linkspan.connection;

/** What the driver says of a column's type, turned back into what the server says. */
final class DriverTypes {
  private DriverTypes() {}

  /** The modifier behind what the driver makes of it (src/include/catalog/pg_attribute.h). */
  static int modifier(String type, int precision, int scale) {
    return switch (type) {
      case "numeric" -> precision == 0 ? -1 : (precision << 16 | scale) + 4;
      case "varchar", "bpchar" ->
          precision <= 0 || precision == Integer.MAX_VALUE ? -1 : precision + 4;
      case "timestamp", "timestamptz", "time", "timetz" -> scale == 6 ? -1 : scale;
      case "bit", "varbit" -> precision <= 0 || precision == Integer.MAX_VALUE ? -1 : precision;
      default -> -1;
    };
  }

  /** The type behind the spelling that the driver gives to a column numbered by a sequence. */
  static String plainName(String type) {
    return switch (type) {
      case "serial" -> "int4";
      case "bigserial" -> "int8";
      case "smallserial" -> "int2";
      default -> type;
    };
  }
}
