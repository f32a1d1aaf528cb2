package io.linkspan.misfit;

import io.linkspan.pg.SqlState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Adds up what block after block has found. */
final class Tally {
  private final List<Probe> probes;
  private final Map<String, Long> counts = new LinkedHashMap<>();
  private final Map<String, List<Misfit>> examples = new LinkedHashMap<>();
  private final Map<Integer, String> unseen = new TreeMap<>();
  private long read;
  private long rows;

  Tally(List<Probe> probes) {
    this.probes = probes;
  }

  long read() {
    return read;
  }

  /** The places that are not to be tried any more. */
  Set<Integer> unseen() {
    return new TreeSet<>(unseen.keySet());
  }

  void add(BlockAnswer answer) {
    for (BlockAnswer.Count count : answer.counts()) {
      counts.merge(count.group(), count.rows(), Long::sum);
    }
    for (BlockAnswer.Example example : answer.examples()) {
      List<Misfit> kept = examples.computeIfAbsent(example.group(), g -> new ArrayList<>());
      if (kept.size() < BlockText.EXAMPLES) {
        kept.add(example.misfit().after(read));
      }
      if (state(example.group()).equals(BlockText.READ_ONLY)) {
        unseen.putIfAbsent(place(example.group()), example.misfit().message());
      }
    }
    read += answer.read();
    rows += answer.rows();
  }

  Misfits misfits(RowIdentity identity, boolean onSource) {
    List<MisfitGroup> groups =
        counts.keySet().stream()
            .filter(group -> !unseen.containsKey(place(group)))
            .sorted(Comparator.comparingInt(Tally::place))
            .map(this::group)
            .toList();
    List<Misfits.Unseen> notTried =
        unseen.entrySet().stream()
            .map(e -> new Misfits.Unseen(probes.get(e.getKey()), e.getValue()))
            .toList();
    return new Misfits(
        identity, onSource, read, groups.isEmpty() ? 0 : rows, groups, notTried, Optional.empty());
  }

  private MisfitGroup group(String group) {
    String state = state(group);
    Probe probe = probes.get(place(group));
    String constraint = group.split(" ", 3)[2];
    return new MisfitGroup(
        probe,
        state.isEmpty() ? seen(probe) : new SqlState(state),
        Optional.of(constraint).filter(text -> !text.isEmpty()),
        counts.getOrDefault(group, 0L),
        examples.getOrDefault(group, List.of()));
  }

  /** What the server would say of what the block itself has noticed. */
  private static SqlState seen(Probe probe) {
    return new SqlState(probe.kind() == Probe.Kind.NOT_NULL ? "23502" : "23514");
  }

  private static int place(String group) {
    return Integer.parseInt(group.split(" ", 3)[0]);
  }

  private static String state(String group) {
    return group.split(" ", 3)[1];
  }
}
