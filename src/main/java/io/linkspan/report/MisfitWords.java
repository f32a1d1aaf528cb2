package io.linkspan.report;

import io.linkspan.catalog.Column;
import io.linkspan.misfit.Misfit;
import io.linkspan.misfit.MisfitGroup;
import io.linkspan.misfit.Probe;
import io.linkspan.misfit.RowIdentity;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.TypeName;
import io.linkspan.plan.CopyPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A row that does not fit, in words. */
public final class MisfitWords {
  private static final int LONGEST = 60;

  private final CopyPlan plan;
  private final RowIdentity identity;

  public MisfitWords(CopyPlan plan, RowIdentity identity) {
    this.plan = plan;
    this.identity = identity;
  }

  /** The row by its key, else by where it lies: {@code id=77}, {@code (a, b)=(1, x)}. */
  public String row(Misfit misfit) {
    if (identity.kind() == RowIdentity.Kind.NUMBER) {
      return "number " + Quantity.count(misfit.number());
    }
    String names =
        identity.columns().stream().map(Identifier::quoted).collect(Collectors.joining(", "));
    String values = misfit.key().stream().map(MisfitWords::cut).collect(Collectors.joining(", "));
    boolean one = identity.columns().size() == 1;
    return one ? names + "=" + values : "(" + names + ")=(" + values + ")";
  }

  /** One row with what is wrong about it, without a full stop. */
  public String sentence(MisfitGroup group, Misfit misfit) {
    Probe probe = group.probe();
    return "row " + row(misfit) + place(probe) + what(group, misfit);
  }

  /** The value complained of, where it is one. */
  public Optional<String> value(MisfitGroup group, Misfit misfit) {
    return group.probe().from().size() == 1 && !misfit.values().isEmpty()
        ? Optional.of(value(misfit.values().get(0)))
        : Optional.empty();
  }

  private static String place(Probe probe) {
    return switch (probe.kind()) {
      case CHECK -> ": ";
      case WHERE -> ", where over ";
      default -> ", column \"" + Visible.line(probe.name().name()) + "\": ";
    };
  }

  private String what(MisfitGroup group, Misfit misfit) {
    Probe probe = group.probe();
    return switch (probe.kind()) {
      case NOT_NULL ->
          (probe.typed() ? "" : from(probe, misfit)) + "NULL does not fit a NOT NULL column";
      case CHECK ->
          values(probe, misfit)
              + " violates check constraint \""
              + Visible.line(probe.name().name())
              + "\"";
      case ENCODING ->
          values(misfit) + " cannot be written in encoding " + plan.target().server().encoding();
      case WHERE -> values(probe, misfit) + ": " + Visible.line(misfit.message());
      default -> probe.typed() ? typed(group, misfit) : from(probe, misfit) + said(misfit);
    };
  }

  private String typed(MisfitGroup group, Misfit misfit) {
    TypeName type = group.probe().type().orElseThrow();
    String value = values(misfit);
    String name = type.sql();
    return value
        + switch (group.state().code()) {
          case "22P02", "22007" ->
              labels(group.probe()) ? " is no label of " + name : " is not " + article(name);
          case "22003", "22008" -> " is out of range for " + name;
          case "22001" -> " is too long for " + name;
          case "22026" -> " is not as long as " + name + " demands";
          case "23514" ->
              " violates check constraint \""
                  + Visible.line(group.constraint().orElse(""))
                  + "\" of "
                  + name;
          case "23502" -> " does not fit " + name + ", which is NOT NULL";
          default -> ": " + said(misfit);
        };
  }

  private boolean labels(Probe probe) {
    return plan.assignments().stream()
        .filter(a -> a.target().name().equals(probe.name()) || a.from().contains(probe.name()))
        .map(a -> a.target())
        .filter(c -> probe.type().filter(c.type().name()::sameType).isPresent())
        .map(Column::type)
        .anyMatch(type -> !type.enumLabels().isEmpty() && !type.isArray());
  }

  private static String article(String type) {
    String bare = type.replaceFirst("\\(\\d+(,-?\\d+)?\\)", "");
    boolean vowel = "aeio".indexOf(bare.charAt(0)) >= 0;
    return (vowel ? "an " : "a ") + bare;
  }

  private static String said(Misfit misfit) {
    return Visible.line(misfit.message());
  }

  private static String from(Probe probe, Misfit misfit) {
    return probe.from().isEmpty() ? "" : "from " + values(probe, misfit) + ": ";
  }

  private static String values(Probe probe, Misfit misfit) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < misfit.values().size() && i < probe.from().size(); i++) {
      texts.add(probe.from().get(i).quoted() + "=" + value(misfit.values().get(i)));
    }
    return texts.isEmpty() ? "it" : String.join(", ", texts);
  }

  private static String values(Misfit misfit) {
    return misfit.values().isEmpty() ? "it" : value(misfit.values().get(0));
  }

  private static String value(Optional<String> value) {
    return value.map(text -> '"' + cut(text) + '"').orElse("NULL");
  }

  private static String cut(String text) {
    String visible = Visible.line(text);
    boolean whole = visible.codePointCount(0, visible.length()) <= LONGEST;
    return whole ? visible : visible.substring(0, visible.offsetByCodePoints(0, LONGEST)) + "…";
  }
}
