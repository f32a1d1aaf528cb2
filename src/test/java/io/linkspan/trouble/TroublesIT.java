package io.linkspan.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.testing.OnEachMajor;
import io.linkspan.testing.TestDatabases;
import io.linkspan.testing.TestServer;
import io.linkspan.trouble.Lab.Raised;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every entry of the catalogue is made to happen, and its error is told by that very entry. */
final class TroublesIT {
  private static final Map<String, Producer> PRODUCERS = producers();

  private static final Map<String, Producer> FURTHER = WordingProducers.all();

  private static Map<String, Producer> producers() {
    Map<String, Producer> all = new TreeMap<>();
    all.putAll(ConnectingProducers.all());
    all.putAll(StatementProducers.all());
    all.putAll(RowProducers.all());
    all.putAll(RunningProducers.all());
    all.putAll(SilentProducers.all());
    return all;
  }

  @Test
  void every_entry_is_made_to_happen_or_says_why_not() {
    List<String> without =
        Troubles.all().stream()
            .filter(each -> each.notProduced().isEmpty())
            .map(Trouble::id)
            .filter(id -> !PRODUCERS.containsKey(id))
            .toList();

    assertThat(without).isEmpty();
    assertThat(Troubles.all()).extracting(Trouble::id).containsAll(PRODUCERS.keySet());
  }

  @OnEachMajor
  void each_trouble_comes_up_with_the_text_that_is_written_down(
      TestServer server, TestDatabases databases) {
    List<String> wrong = new ArrayList<>();
    try (Lab lab = new Lab(server, databases.create(), databases.create())) {
      for (Trouble trouble : Troubles.all()) {
        for (Map<String, Producer> producers : List.of(PRODUCERS, FURTHER)) {
          if (producers.containsKey(trouble.id())) {
            wrong.addAll(differences(trouble, producers.get(trouble.id()), lab));
          }
        }
      }
    }

    assertThat(wrong).isEmpty();
  }

  private static List<String> differences(Trouble trouble, Producer producer, Lab lab) {
    try {
      return differences(trouble, producer.produce(lab), lab);
    } catch (RuntimeException | AssertionError e) {
      return List.of(trouble.id() + " was not made: " + e);
    }
  }

  private static List<String> differences(Trouble trouble, List<Raised> raised, Lab lab) {
    List<String> wrong = new ArrayList<>();
    boolean wordedHere = trouble.signs().seen().stream().anyMatch(seen -> seen.in(lab.major()));
    if (wordedHere == raised.isEmpty()) {
      wrong.add(trouble.id() + " came up " + raised.size() + " times");
    }
    for (Raised each : raised) {
      String found = Troubles.find(each.fields(), each.scene()).map(Trouble::id).orElse("nothing");
      if (!found.equals(trouble.id())) {
        wrong.add(trouble.id() + " is taken for " + found + ": " + each.fields());
      }
      if (trouble.signs().seen().stream()
          .noneMatch(seen -> seen.in(lab.major()) && seen.match(each.fields()).isPresent())) {
        wrong.add(trouble.id() + " is worded otherwise: " + each.fields());
      }
      String cause =
          Troubles.explained(each.fields(), each.scene()).explanation().orElseThrow().cause();
      if (!cause.startsWith("The " + each.side())) {
        wrong.add(trouble.id() + " was raised by the " + each.side() + ": " + cause);
      }
    }
    return wrong;
  }
}
