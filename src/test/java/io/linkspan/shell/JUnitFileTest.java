package io.linkspan.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.linkspan.pg.UserException;
import io.linkspan.session.SessionLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JUnitFileTest {
  @TempDir Path folder;

  @Test
  void a_script_whose_name_was_typed_in_the_wrong_place_is_not_replaced() throws IOException {
    Path script = Files.writeString(folder.resolve("nightly.lks"), "run\n");

    UserException refused =
        catchThrowableOfType(
            UserException.class,
            () -> new JUnitFile(script, new SessionLog(Clock.systemUTC())).prepare());

    assertThat(refused.fields().message())
        .isEqualTo("file \"" + script + "\" is there already, and is no report");
    assertThat(script).hasContent("run\n");
  }

  @Test
  void the_report_of_an_earlier_run_is_emptied() throws IOException {
    Path report = folder.resolve("report.xml");
    new JUnitFile(report, new SessionLog(Clock.systemUTC())).run();

    new JUnitFile(report, new SessionLog(Clock.systemUTC())).prepare();

    assertThat(report).isEmptyFile();
  }
}
