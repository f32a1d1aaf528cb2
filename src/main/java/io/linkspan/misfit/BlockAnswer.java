package io.linkspan.misfit;

import io.linkspan.connection.Row;
import io.linkspan.connection.Session;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one block has found.
 *
 * @param stopped what ended the reading
 */
record BlockAnswer(
    long read,
    long rows,
    List<Count> counts,
    List<Example> examples,
    Optional<ErrorFields> stopped) {
  private static final String ANSWER =
      "(SELECT pg_catalog.current_setting('"
          + BlockText.ANSWER
          + "')::pg_catalog.jsonb AS j) AS answer";

  private static final String TOTALS =
      """
      SELECT pg_catalog.jsonb_extract_path_text(j, 'read') AS read,
             pg_catalog.jsonb_extract_path_text(j, 'rows') AS rows,
             ARRAY(SELECT pg_catalog.jsonb_array_elements_text(
                     pg_catalog.jsonb_extract_path(j, 'groups'))) AS groups,
             ARRAY(SELECT pg_catalog.jsonb_array_elements_text(
                     pg_catalog.jsonb_extract_path(j, 'counts'))) AS counts,
             pg_catalog.jsonb_extract_path_text(j, 'stopped', 'state') AS state,
             pg_catalog.jsonb_extract_path_text(j, 'stopped', 'message') AS message,
             pg_catalog.jsonb_extract_path_text(j, 'stopped', 'detail') AS detail,
             pg_catalog.jsonb_extract_path_text(j, 'stopped', 'context') AS context
      FROM
      """
          + ANSWER;

  private static final String EXAMPLES =
      """
      SELECT pg_catalog.jsonb_extract_path_text(x, 'group') AS "group",
             pg_catalog.jsonb_extract_path_text(x, 'number') AS number,
             ARRAY(SELECT pg_catalog.jsonb_array_elements_text(
                     pg_catalog.jsonb_extract_path(x, 'key'))) AS key,
             ARRAY(SELECT pg_catalog.jsonb_array_elements_text(
                     pg_catalog.jsonb_extract_path(x, 'error', 'values'))) AS values,
             pg_catalog.jsonb_extract_path_text(x, 'error', 'message') AS message,
             pg_catalog.jsonb_extract_path_text(x, 'error', 'detail') AS detail
      FROM
      """
          + ANSWER
          + ", pg_catalog.jsonb_array_elements(pg_catalog.jsonb_extract_path(j, 'examples')) AS e(x)";

  /** How many rows a group has; its name is {@code place state constraint}. */
  record Count(String group, long rows) {}

  /** One of them. */
  record Example(String group, Misfit misfit) {}

  /** Reads it in the transaction that the block ran in. */
  static BlockAnswer read(Session session) {
    List<Example> examples = session.query(EXAMPLES, BlockAnswer::example);
    return session.queryOne(TOTALS, row -> totals(row, examples));
  }

  private static BlockAnswer totals(Row row, List<Example> examples) {
    List<String> groups = row.texts("groups");
    List<String> counts = row.texts("counts");
    List<Count> both = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      both.add(new Count(groups.get(i), Long.parseLong(counts.get(i))));
    }
    return new BlockAnswer(
        row.number("read"), row.number("rows"), List.copyOf(both), examples, stopped(row));
  }

  private static Optional<ErrorFields> stopped(Row row) {
    return row.optionalText("state")
        .map(
            state ->
                new ErrorFields(
                    row.text("message"),
                    Optional.of(new SqlState(state)),
                    row.optionalText("detail").filter(text -> !text.isEmpty()),
                    Optional.empty(),
                    row.optionalText("context").filter(text -> !text.isEmpty()),
                    0));
  }

  private static Example example(Row row) {
    List<Optional<String>> values =
        row.texts("values").stream()
            .map(text -> text.isEmpty() ? Optional.<String>empty() : Optional.of(text.substring(1)))
            .toList();
    return new Example(
        row.text("group"),
        new Misfit(
            row.texts("key"),
            row.number("number"),
            values,
            row.optionalText("message").orElse(""),
            row.optionalText("detail").filter(text -> !text.isEmpty())));
  }
}
