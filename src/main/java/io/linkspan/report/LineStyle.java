package io.linkspan.report;

/** What the lines of a table are drawn with; the forms are psql's (print.c). */
public enum LineStyle {
  ASCII("-", "|", "+", "+++", "+++", "+++"),
  UNICODE("─", "│", "↵", "┌┬┐", "├┼┤", "└┴┘");

  /** Where in a table a rule is. */
  enum Place {
    TOP,
    MIDDLE,
    BOTTOM
  }

  private final String horizontal;
  private final String vertical;
  private final String goesOn;
  private final String top;
  private final String middle;
  private final String bottom;

  LineStyle(
      String horizontal, String vertical, String goesOn, String top, String middle, String bottom) {
    this.horizontal = horizontal;
    this.vertical = vertical;
    this.goesOn = goesOn;
    this.top = top;
    this.middle = middle;
    this.bottom = bottom;
  }

  String horizontal() {
    return horizontal;
  }

  String vertical() {
    return vertical;
  }

  /** Stands after the line of a value that has more lines. */
  String goesOn() {
    return goesOn;
  }

  String left(Place place) {
    return corners(place).substring(0, 1);
  }

  String between(Place place) {
    return corners(place).substring(1, 2);
  }

  String right(Place place) {
    return corners(place).substring(2, 3);
  }

  private String corners(Place place) {
    return switch (place) {
      case TOP -> top;
      case MIDDLE -> middle;
      case BOTTOM -> bottom;
    };
  }
}
