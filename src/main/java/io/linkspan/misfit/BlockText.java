package io.linkspan.misfit;

import io.linkspan.pg.Literal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The frame of a block that tries rows: it loops, traps what a row raises, counts by place and
 * SQLSTATE, and leaves what it found in a setting of the transaction. A trapped error reaches no
 * log.
 */
final class BlockText {
  /** The setting that holds what a block found, to the end of the transaction. */
  static final String ANSWER = "linkspan.misfits";

  /** What an expression raises that writes: it cannot be tried, and that is no fault of a row. */
  static final String READ_ONLY = "25006";

  /** How many rows of one place and error are handed over. */
  static final int EXAMPLES = 20;

  /** Characters of a value that are handed over. */
  private static final int LONGEST = 200;

  /**
   * One probe as the block tries it.
   *
   * @param place of the probe
   * @param unless places that must not have failed before
   * @param body raises an error, or sets {@code linkspan_found}
   * @param oneValue whether the body asks for one value of an expression that may give several
   *     rows, which is no fault of the row
   * @param values expressions of type text that are handed over with an example
   */
  record Piece(
      int place, List<Integer> unless, String body, boolean oneValue, List<String> values) {}

  private BlockText() {}

  /**
   * The whole statement.
   *
   * @param rows a query whose columns {@code k1}, {@code k2}, … name the row
   * @param keys how many of those there are
   * @param whole tries a row as a whole: raises an error or sets {@code linkspan_bad}
   */
  static String of(String rows, int keys, String whole, List<Piece> pieces) {
    String keyValues =
        IntStream.rangeClosed(1, keys)
            .mapToObj(i -> "linkspan_row.k" + i)
            .collect(Collectors.joining(", "));
    String tries = pieces.stream().map(BlockText::tried).collect(Collectors.joining("\n"));
    // Filled in at once: a text that is filled in is never looked through again.
    String body =
        """

        #variable_conflict use_column
        DECLARE
          linkspan_row record;
          linkspan_result record;
          linkspan_bad boolean;
          linkspan_wrong boolean;
          linkspan_found boolean;
          linkspan_read pg_catalog.int8 := 0;
          linkspan_rows pg_catalog.int8 := 0;
          linkspan_state pg_catalog.text;
          linkspan_message pg_catalog.text;
          linkspan_detail pg_catalog.text;
          linkspan_constraint pg_catalog.text;
          linkspan_context pg_catalog.text;
          linkspan_places pg_catalog.int4[];
          linkspan_errors pg_catalog.jsonb[];
          linkspan_groups pg_catalog.text[] := '{}';
          linkspan_group pg_catalog.text;
          linkspan_at pg_catalog.int4;
          linkspan_counts pg_catalog.int8[] := '{}';
          linkspan_examples pg_catalog.jsonb[] := '{}';
          linkspan_stopped pg_catalog.jsonb;
        BEGIN
        BEGIN
          FOR linkspan_row IN
        %s
          LOOP
            linkspan_read := linkspan_read OPERATOR(pg_catalog.+) 1;
            linkspan_bad := false;
            BEGIN
        %s
            EXCEPTION WHEN others THEN
              linkspan_bad := true;
            END;
            CONTINUE WHEN NOT linkspan_bad;
            linkspan_wrong := false;
            linkspan_places := '{}';
            linkspan_errors := '{}';
        %s
            IF linkspan_wrong THEN
              linkspan_rows := linkspan_rows OPERATOR(pg_catalog.+) 1;
            END IF;
            FOR linkspan_i IN 1 .. pg_catalog.cardinality(linkspan_places) LOOP
              linkspan_group := pg_catalog.concat(linkspan_places[linkspan_i], ' ',
                pg_catalog.jsonb_extract_path_text(linkspan_errors[linkspan_i], 'state'), ' ',
                pg_catalog.jsonb_extract_path_text(linkspan_errors[linkspan_i], 'constraint'));
              linkspan_at := pg_catalog.array_position(linkspan_groups, linkspan_group);
              IF linkspan_at IS NULL THEN
                linkspan_groups := pg_catalog.array_append(linkspan_groups, linkspan_group);
                linkspan_counts := pg_catalog.array_append(linkspan_counts, 0::pg_catalog.int8);
                linkspan_at := pg_catalog.cardinality(linkspan_groups);
              END IF;
              linkspan_counts[linkspan_at] := linkspan_counts[linkspan_at] OPERATOR(pg_catalog.+) 1;
              IF linkspan_counts[linkspan_at] OPERATOR(pg_catalog.<=) %s THEN
                linkspan_examples := pg_catalog.array_append(linkspan_examples,
                  pg_catalog.jsonb_build_object('group', linkspan_group, 'number', linkspan_read,
                    'key', pg_catalog.jsonb_build_array(%s),
                    'error', linkspan_errors[linkspan_i]));
              END IF;
            END LOOP;
          END LOOP;
        EXCEPTION WHEN others THEN
        %s
          linkspan_stopped := pg_catalog.jsonb_build_object('state', linkspan_state,
            'message', linkspan_message, 'detail', linkspan_detail, 'context', linkspan_context);
        END;
        PERFORM pg_catalog.set_config('%s', pg_catalog.jsonb_build_object(
          'read', linkspan_read, 'rows', linkspan_rows, 'groups', linkspan_groups,
          'counts', linkspan_counts, 'examples', linkspan_examples,
          'stopped', linkspan_stopped)::pg_catalog.text, true);
        END
        """
            .formatted(rows, whole, tries, EXAMPLES, keyValues, DIAGNOSTICS, ANSWER);
    return "DO " + Literal.dollarQuoted(body, "linkspan");
  }

  /** What is wrong with the server or the session, and not with a value, ends the block. */
  private static final String DIAGNOSTICS =
      """
      GET STACKED DIAGNOSTICS linkspan_state = RETURNED_SQLSTATE,
        linkspan_message = MESSAGE_TEXT, linkspan_detail = PG_EXCEPTION_DETAIL,
        linkspan_constraint = CONSTRAINT_NAME, linkspan_context = PG_EXCEPTION_CONTEXT;
      IF pg_catalog.left(linkspan_state, 2) OPERATOR(pg_catalog.=)
         ANY ('{08,40,53,57,58}'::pg_catalog.text[]) THEN
        RAISE;
      END IF;""";

  private static String tried(Piece piece) {
    String unless =
        piece.unless().isEmpty()
            ? "true"
            : "NOT pg_catalog.arrayoverlap(linkspan_places, '{"
                + piece.unless().stream().map(String::valueOf).collect(Collectors.joining(","))
                + "}'::pg_catalog.int4[])";
    String values =
        piece.values().stream()
            .map(
                value ->
                    "CASE WHEN "
                        + value
                        + " IS NULL THEN '' ELSE pg_catalog.concat('=', pg_catalog.left("
                        + value
                        + ", "
                        + LONGEST
                        + ")) END")
            .collect(Collectors.joining(", "));
    return """
        IF %s THEN
        linkspan_found := false;
        linkspan_state := NULL;
        linkspan_message := NULL;
        linkspan_detail := NULL;
        linkspan_constraint := NULL;
        BEGIN
        %s
        EXCEPTION WHEN others THEN
        %s
        END;
        IF linkspan_found OR %s THEN
          linkspan_wrong := linkspan_wrong OR linkspan_found
            OR linkspan_state OPERATOR(pg_catalog.<>) '%s';
          linkspan_places := pg_catalog.array_append(linkspan_places, %d);
          linkspan_errors := pg_catalog.array_append(linkspan_errors,
            pg_catalog.jsonb_build_object('state', linkspan_state,
              'message', linkspan_message, 'detail', linkspan_detail,
              'constraint', linkspan_constraint,
              'values', pg_catalog.jsonb_build_array(%s)));
        END IF;
        END IF;"""
        .formatted(
            unless,
            piece.body(),
            DIAGNOSTICS,
            piece.oneValue()
                ? "linkspan_state OPERATOR(pg_catalog.<>) '21000'"
                : "linkspan_state IS NOT NULL",
            READ_ONLY,
            piece.place(),
            values);
  }
}
