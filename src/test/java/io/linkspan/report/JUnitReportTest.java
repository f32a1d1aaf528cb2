package io.linkspan.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import io.linkspan.session.Fact;
import io.linkspan.session.Step;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

final class JUnitReportTest {
  private static final Optional<Path> SCRIPT = Optional.of(Path.of("nightly.lks"));

  private static Step step(String text, boolean wentWell, Fact... facts) {
    return new Step(
        text,
        SCRIPT,
        Instant.parse("2026-01-01T12:00:00.5Z"),
        Duration.ofMillis(1_250),
        wentWell,
        false,
        List.of(facts));
  }

  private static Fact failed(UserException.Kind kind, String message) {
    return new Fact.Failed(
        kind, ErrorFields.of(message).withHint("See the rows."), Optional.empty());
  }

  @Test
  void each_run_verify_and_expect_is_a_case_and_so_is_what_fails() {
    List<Step> steps =
        List.of(
            step("use archive -> main", true),
            step("run", true, EventSamples.ran()),
            step("expect inserted = 1", true),
            step(
                "expect inserted\n  > 1 -- \"a\" & b",
                false,
                failed(UserException.Kind.DIFFERENCE, "expected inserted > 1, found 1")),
            step("select 1/0;", false, failed(UserException.Kind.SERVER, "division by zero")));

    assertThat(JUnitReport.of(steps))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites name="linkspan" tests="4" failures="1" errors="1">
              <testsuite name="nightly.lks" timestamp="2026-01-01T12:00:00" time="6.250" skipped="0" tests="4" failures="1" errors="1">
                <testcase name="run" classname="nightly.lks" time="1.250">
                  <system-out>run 7 of archive:public.archived_users -&gt; main:public.users
              read       1,000,000
              duplicates         2  dropped by DISTINCT
              inserted     900,000
              updated       50,000
              skipped       49,998
                            49,000  by users_username_key, on the target already
                               998  by users_email_idx, twice in the copy
              sequence  public.users_id_seq moved on to 1000000
              time          12.5 s  80,000 rows/s
              pieces    20 batches by 4 workers, 1 retry
            Committed.
            </system-out>
                </testcase>
                <testcase name="expect inserted = 1" classname="nightly.lks" time="1.250"/>
                <testcase name="expect inserted &gt; 1 -- &quot;a&quot; &amp; b" classname="nightly.lks" time="1.250">
                  <failure message="expected inserted &gt; 1, found 1" type="difference">ERROR:   expected inserted &gt; 1, found 1
            HINT:    See the rows.
            </failure>
                </testcase>
                <testcase name="select 1/0;" classname="nightly.lks" time="1.250">
                  <error message="division by zero" type="server">ERROR:   division by zero
            HINT:    See the rows.
            </error>
                </testcase>
              </testsuite>
            </testsuites>
            """);
  }

  @Test
  void a_comparison_that_differs_is_a_failure() {
    String xml = JUnitReport.of(List.of(step("verify", false, EventSamples.verified())));

    assertThat(xml)
        .contains(
            "<failure message=\"of 1000000 rows compared, 0 are missing and 1 differ\""
                + " type=\"difference\">");
  }

  @Test
  void a_script_that_tests_nothing_is_one_case() {
    assertThat(JUnitReport.of(List.of(step("use archive -> main", true))))
        .contains("<testcase name=\"carried out\" classname=\"nightly.lks\" time=\"1.250\"/>");
  }

  @Test
  void a_session_of_nothing_is_a_report_of_nothing() {
    assertThat(JUnitReport.of(List.of()))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites name="linkspan" tests="0" failures="0" errors="0">
            </testsuites>
            """);
  }

  @Test
  void whatever_a_server_says_can_be_read_again() throws Exception {
    String said = "\u0000\u0001\ud800\uffff ]]> <a b='c'> & \"\ud83d\ude00\" \u001b[31mred\r\n\tx";
    String xml =
        JUnitReport.of(List.of(step(said, false, failed(UserException.Kind.SERVER, said))));

    Document read =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(xml)));
    Element error = (Element) read.getElementsByTagName("error").item(0);
    assertThat(error.getAttribute("message"))
        .isEqualTo(
            "\\u0000\\u0001\\uD800\\uFFFF ]]> <a b='c'> & \"\ud83d\ude00\" \\u001B[31mred\r\n\tx");
  }
}
