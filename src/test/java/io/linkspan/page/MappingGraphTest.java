package io.linkspan.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.page.MappingGraph.Box;
import io.linkspan.page.MappingGraph.Way;
import io.linkspan.plan.PlanSamples;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MappingGraphTest {
  @Test
  void columns_that_travel_come_first_and_each_way_has_its_expression() {
    assertThat(MappingGraph.of(PlanSamples.story()))
        .isEqualTo(
            new MappingGraph(
                List.of(
                    new Box("username", "text", "", false),
                    new Box("email", "text", "", false),
                    new Box("id", "integer", "not in the column list", true),
                    new Box("is_active", "boolean", "no such column on the target", true),
                    new Box("notes", "json", "no such column on the target", true)),
                List.of(
                    new Box("username", "varchar(50)", "unique, not null", false),
                    new Box("email", "text", "unique, not null", false),
                    new Box("created_at", "timestamptz", "not null", false),
                    new Box("id", "bigint", "numbered by its identity", true),
                    new Box("active", "boolean", "default true", true),
                    new Box("team_id", "integer", "NULL", true),
                    new Box(
                        "email_domain",
                        "text",
                        "generated as split_part(email, '@'::text, 2)",
                        true)),
                List.of(
                    new Way(List.of(0), 0, "≈", true),
                    new Way(List.of(1), 1, "lower(email)", false),
                    new Way(List.of(), 2, "now()", false)),
                List.of()));
  }
}
