package io.linkspan.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.page.MappingGraph.Box;
import io.linkspan.page.MappingGraph.Way;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MappingDrawingTest {
  private static String drawn(String from, String into) {
    MappingGraph graph =
        new MappingGraph(
            List.of(new Box("id", "bigint", "", false)),
            List.of(new Box("id", "bigint", "", false)),
            List.of(new Way(List.of(0), 0, "", false)),
            List.of());
    return Markup.of(MappingDrawing.of(graph, "p", from, into), text -> text);
  }

  @Test
  void the_names_of_the_tables_are_whole_above_narrow_columns() {
    assertThat(drawn("archive:public.big", "main:public.big"))
        .contains(">archive:public.big</text>", ">main:public.big</text>");
  }

  @Test
  void very_long_names_share_the_room() {
    String name = "a_connection_of_a_name:" + "s".repeat(63) + "." + "t".repeat(63);

    assertThat(drawn(name, "main:public.big")).contains("…</text>", ">main:public.big</text>");
    assertThat(drawn(name, name)).doesNotContain(">" + name + "</text>").contains("…</text>");
  }
}
