package io.linkspan.report;

import io.linkspan.report.Grid.Cell;
import io.linkspan.report.Grid.Head;
import java.util.List;
import java.util.stream.Stream;

/** The screen of the connections. */
public final class ConnectionsScreen {
  /**
   * One connection.
   *
   * @param version empty where no server was asked
   */
  public record Entry(String name, String role, String server, String version, String state) {}

  private ConnectionsScreen() {}

  /** All of them, or a line that says there is none. */
  public static List<Line> of(List<Entry> entries, Page page) {
    if (entries.isEmpty()) {
      return List.of(Line.of("No connection is open or saved."));
    }
    return new Grid(
            List.of(
                Head.of("name"),
                Head.of("role"),
                Head.wrapping("server"),
                Head.of("version"),
                Head.of("state")),
            entries.stream()
                .map(
                    e ->
                        Stream.of(e.name(), e.role(), e.server(), e.version(), e.state())
                            .map(Cell::of)
                            .toList())
                .toList())
        .render(page);
  }
}
