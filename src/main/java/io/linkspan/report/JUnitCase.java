package io.linkspan.report;

import io.linkspan.check.Finding;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import io.linkspan.session.Fact;
import io.linkspan.session.Step;
import io.linkspan.verify.Verdict;
import io.linkspan.verify.Verification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One case of a report of tests.
 *
 * @param message in one line, where it did not go well
 * @param type what kind of failure it is, such as {@code difference}
 * @param details the whole message
 * @param output what the command showed, such as a receipt
 */
record JUnitCase(
    String script,
    String name,
    Duration took,
    End end,
    String message,
    String type,
    String details,
    String output) {

  /** How it ended. */
  enum End {
    WELL,
    /** Something is not as the script wants it: an {@code expect}, a {@code verify}, a check. */
    FAILURE,
    ERROR
  }

  private static final Page PAGE = new Page(80, String::length);
  private static final Set<String> TESTS = Set.of("run", "resume", "verify", "expect");

  /** Whether a case is made of the input. */
  static boolean isMade(Step step) {
    return !step.wentWell() || TESTS.contains(word(step));
  }

  private static String word(Step step) {
    return step.text().strip().split("[^A-Za-z]", 2)[0].toLowerCase(Locale.ROOT);
  }

  /** A script that went well and has no case. */
  static JUnitCase carriedOut(String script, Duration took) {
    return new JUnitCase(script, "carried out", took, End.WELL, "", "", "", "");
  }

  /** The case of an input. */
  static JUnitCase of(String script, Step step) {
    ErrorFields failure = step.wentWell() ? ErrorFields.of("") : failure(step);
    UserException.Kind kind = kind(step);
    boolean wanted = kind == UserException.Kind.DIFFERENCE || kind == UserException.Kind.CHECK;
    return new JUnitCase(
        script,
        name(step, failure),
        step.took(),
        step.wentWell() ? End.WELL : wanted ? End.FAILURE : End.ERROR,
        failure.message(),
        step.wentWell() ? "" : kind.name().toLowerCase(Locale.ROOT),
        step.wentWell() ? "" : text(Messages.message("ERROR", Style.ERROR, failure, PAGE)),
        output(step));
  }

  private static String name(Step step, ErrorFields failure) {
    String text = step.text().strip().replaceAll("\\s+", " ");
    return text.isEmpty() ? failure.message() : text;
  }

  private static <T extends Fact> Optional<T> fact(Step step, Class<T> kind) {
    return step.facts().stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }

  private static UserException.Kind kind(Step step) {
    return fact(step, Fact.Failed.class)
        .map(Fact.Failed::kind)
        .orElseGet(
            () ->
                fact(step, Fact.Verified.class).isPresent()
                    ? UserException.Kind.DIFFERENCE
                    : fact(step, Fact.Examined.class).isPresent()
                        ? UserException.Kind.CONNECTION
                        : UserException.Kind.CHECK);
  }

  private static ErrorFields failure(Step step) {
    return fact(step, Fact.Failed.class)
        .map(Fact.Failed::fields)
        .or(() -> fact(step, Fact.Verified.class).map(found -> differs(found.verification())))
        .or(
            () ->
                fact(step, Fact.Made.class).stream()
                    .flatMap(made -> made.planned().findings().stream())
                    .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                    .map(Finding::fields)
                    .findFirst())
        .orElseGet(() -> ErrorFields.of("the command found something wrong"));
  }

  private static ErrorFields differs(Verification found) {
    return ErrorFields.of(
        "of %d rows compared, %d are missing and %d differ"
            .formatted(found.rows(), found.count(Verdict.MISSING), found.count(Verdict.DIFFERS)));
  }

  private static String output(Step step) {
    List<Line> lines = new ArrayList<>();
    for (Fact fact : step.facts()) {
      if (fact instanceof Fact.Ran ran) {
        lines.addAll(ReceiptScreen.of(ran.planned().plan(), ran.receipt()));
      } else if (fact instanceof Fact.Verified found) {
        lines.addAll(VerifyScreen.of(found.plan(), found.verification(), PAGE));
      } else if (fact instanceof Fact.Made made && !step.wentWell()) {
        lines.addAll(Messages.remarks(made.planned().findings(), PAGE));
      } else if (fact instanceof Fact.Examined examined) {
        lines.addAll(DoctorScreen.render(examined.diagnosis(), PAGE));
      }
    }
    return text(lines);
  }

  private static String text(List<Line> lines) {
    return lines.stream().map(line -> line.text() + "\n").collect(Collectors.joining());
  }
}
