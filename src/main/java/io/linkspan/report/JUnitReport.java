package io.linkspan.report;

import io.linkspan.session.Step;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What scripts did as a report of tests, in the XML that CI systems read of JUnit: a suite for each
 * script, a case for each {@code run}, {@code verify} and {@code expect} in it, and for whatever
 * failed.
 */
public final class JUnitReport {
  /** The suite of what stands in no file. */
  private static final String NO_SCRIPT = "commands";

  private final StringBuilder xml = new StringBuilder();

  private JUnitReport() {}

  /** The whole text; steps that called a script are told by the script's own. */
  public static String of(List<Step> steps) {
    Map<String, List<Step>> byScript = new LinkedHashMap<>();
    steps.stream()
        .filter(step -> !step.called())
        .forEach(
            step ->
                byScript
                    .computeIfAbsent(
                        step.script().map(Object::toString).orElse(NO_SCRIPT),
                        name -> new ArrayList<>())
                    .add(step));
    JUnitReport report = new JUnitReport();
    report.xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"linkspan\"");
    List<List<JUnitCase>> suites = new ArrayList<>();
    byScript.forEach((name, inputs) -> suites.add(cases(name, inputs)));
    report.counts(suites.stream().flatMap(List::stream).toList());
    report.xml.append(">\n");
    int i = 0;
    for (Map.Entry<String, List<Step>> suite : byScript.entrySet()) {
      report.suite(suite.getKey(), suite.getValue(), suites.get(i++));
    }
    return report.xml.append("</testsuites>\n").toString();
  }

  /** A script that tests nothing and went well is one case, so that it is seen. */
  private static List<JUnitCase> cases(String script, List<Step> inputs) {
    List<JUnitCase> cases =
        inputs.stream().filter(JUnitCase::isMade).map(step -> JUnitCase.of(script, step)).toList();
    return cases.isEmpty() ? List.of(JUnitCase.carriedOut(script, took(inputs))) : cases;
  }

  private static Duration took(List<Step> inputs) {
    return inputs.stream().map(Step::took).reduce(Duration.ZERO, Duration::plus);
  }

  private void suite(String name, List<Step> inputs, List<JUnitCase> cases) {
    String begun =
        DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
            inputs.get(0).begun().atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS));
    xml.append("  <testsuite");
    attribute("name", name);
    attribute("timestamp", begun);
    attribute("time", seconds(took(inputs)));
    attribute("skipped", "0");
    counts(cases);
    xml.append(">\n");
    cases.forEach(this::testcase);
    xml.append("  </testsuite>\n");
  }

  private void counts(List<JUnitCase> cases) {
    attribute("tests", String.valueOf(cases.size()));
    attribute("failures", count(cases, JUnitCase.End.FAILURE::equals));
    attribute("errors", count(cases, JUnitCase.End.ERROR::equals));
  }

  private static String count(List<JUnitCase> cases, Predicate<JUnitCase.End> wanted) {
    return String.valueOf(cases.stream().map(JUnitCase::end).filter(wanted).count());
  }

  private void testcase(JUnitCase each) {
    xml.append("    <testcase");
    attribute("name", each.name());
    attribute("classname", each.script());
    attribute("time", seconds(each.took()));
    boolean wentWell = each.end() == JUnitCase.End.WELL;
    if (wentWell && each.output().isEmpty()) {
      xml.append("/>\n");
      return;
    }
    xml.append(">\n");
    if (!wentWell) {
      String tag = each.end().name().toLowerCase(Locale.ROOT);
      xml.append("      <").append(tag);
      attribute("message", each.message());
      attribute("type", each.type());
      xml.append(">").append(XmlText.content(each.details())).append("</").append(tag);
      xml.append(">\n");
    }
    if (!each.output().isEmpty()) {
      xml.append("      <system-out>").append(XmlText.content(each.output()));
      xml.append("</system-out>\n");
    }
    xml.append("    </testcase>\n");
  }

  private void attribute(String name, String value) {
    xml.append(' ').append(name).append("=\"").append(XmlText.attribute(value)).append('"');
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.3f", time.toMillis() / 1e3);
  }
}
