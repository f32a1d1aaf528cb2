package io.linkspan.command;

import io.linkspan.check.Finding;
import io.linkspan.pg.NearestName;
import io.linkspan.pg.UserException;
import io.linkspan.run.Receipt;
import io.linkspan.sql.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The fields that {@code expect} and {@code if} know: of the last receipt, of the plan in hand. */
final class RunFields {
  private static final List<String> OF_RECEIPT =
      List.of(
          "read",
          "duplicates",
          "inserted",
          "updated",
          "skipped",
          "dropped",
          "run",
          "batches",
          "workers",
          "retries",
          "seconds",
          "rows_per_second");
  private static final List<String> OF_PLAN = List.of("errors", "warnings");

  private final Workspace workspace;

  RunFields(Workspace workspace) {
    this.workspace = workspace;
  }

  /** All of them. */
  static List<String> names() {
    return Stream.concat(OF_RECEIPT.stream(), OF_PLAN.stream()).toList();
  }

  /** Whether the word is no field, and none that was typed wrong either. */
  static boolean isNone(String word) {
    return !names().contains(word) && NearestName.hint(word, names()).isEmpty();
  }

  /**
   * Passes a field, and gives its value.
   *
   * @throws UserException where there is no such field, or nothing that could have it
   */
  String value(Tokens tokens) {
    String word = tokens.next().word();
    if (OF_PLAN.contains(word)) {
      return String.valueOf(
          workspace
              .plan()
              .require()
              .count(word.equals("errors") ? Finding.Severity.ERROR : Finding.Severity.WARNING));
    }
    Receipt receipt =
        workspace
            .receipt()
            .orElseThrow(
                () ->
                    UserException.usage(
                        "there is no receipt yet", "Run something first: run, or run dry"));
    if (word.equals("skipped") && tokens.acceptWord("by")) {
      return String.valueOf(
          skippedBy(receipt, tokens.expectIdentifier("the name of a key").name()));
    }
    return field(receipt, word);
  }

  private static String field(Receipt receipt, String word) {
    return switch (word) {
      case "read" -> String.valueOf(receipt.read());
      case "duplicates" -> String.valueOf(receipt.duplicates());
      case "inserted" -> String.valueOf(receipt.inserted());
      case "updated" -> String.valueOf(receipt.updated());
      case "skipped" -> String.valueOf(receipt.skipped());
      case "dropped" -> String.valueOf(receipt.droppedByTrigger().orElse(0));
      case "run" -> run(receipt);
      case "batches" -> String.valueOf(receipt.pieces().batches());
      case "workers" -> String.valueOf(receipt.pieces().workers());
      case "retries" -> String.valueOf(receipt.pieces().retries());
      case "seconds" ->
          String.format(Locale.ROOT, "%.3f", receipt.elapsed().toNanos() / 1_000_000_000.0);
      case "rows_per_second" -> String.valueOf(receipt.rowsPerSecond());
      default ->
          throw UserException.usage(
              "a receipt has no field \"" + word + "\"",
              NearestName.hint(word, names())
                  .orElse("It has " + String.join(", ", OF_RECEIPT) + "."));
    };
  }

  private static String run(Receipt receipt) {
    if (receipt.pieces().run().isEmpty()) {
      throw UserException.usage(
          "the last run has no number in the journal", "Run it so that it has one: run");
    }
    return String.valueOf(receipt.pieces().run().getAsLong());
  }

  /** Rows skipped for a key; 0 for one that skipped none, where all are told apart. */
  private static long skippedBy(Receipt receipt, String key) {
    List<Receipt.SkippedBy> of =
        receipt.skippedBy().stream().filter(each -> named(each.key(), key)).toList();
    long told = receipt.skippedBy().stream().mapToLong(Receipt.SkippedBy::rows).sum();
    if (of.isEmpty() && told < receipt.skipped()) {
      throw UserException.usage(
          "the last run does not tell which key skipped its rows", "Expect their sum: skipped");
    }
    if (of.isEmpty() && told > 0) {
      List<String> keys = new ArrayList<>();
      receipt.skippedBy().forEach(each -> keys.add(each.key()));
      NearestName.hint(key, keys)
          .ifPresent(
              hint -> {
                throw UserException.usage("no row was skipped by \"" + key + "\"", hint);
              });
    }
    return of.stream().mapToLong(Receipt.SkippedBy::rows).sum();
  }

  private static boolean named(String label, String key) {
    return label.equals(key) || label.startsWith(key + " ");
  }
}
