package io.linkspan.request;

import io.linkspan.pg.Identifier;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** One clause of {@code plan copy}, which is also a command of its own. */
public sealed interface Clause {
  /** The request refined by this clause: {@code map} adds, every other clause replaces. */
  CopyRequest refine(CopyRequest request);

  /** Only these target columns; empty for all that match. */
  record Columns(Optional<List<Identifier>> names) implements Clause {
    @Override
    public CopyRequest refine(CopyRequest r) {
      return r.withColumns(names);
    }
  }

  /** What fills target columns, in the order typed. */
  record Mapping(Map<Identifier, Filling> fillings) implements Clause {
    public Mapping {
      fillings = Collections.unmodifiableMap(new LinkedHashMap<>(fillings));
    }

    @Override
    public CopyRequest refine(CopyRequest r) {
      Map<Identifier, Filling> all = new LinkedHashMap<>(r.mapping());
      all.putAll(fillings);
      return r.withMapping(all);
    }
  }

  /** Which rows are read; empty for all. */
  record Where(Optional<String> condition) implements Clause {
    @Override
    public CopyRequest refine(CopyRequest r) {
      return r.withWhere(condition);
    }
  }

  /** Which of the equal rows are proposed. */
  record DistinctRows(Distinct distinct) implements Clause {
    @Override
    public CopyRequest refine(CopyRequest r) {
      return r.withDistinct(distinct);
    }
  }

  /** What becomes of rows whose key is taken. */
  record OnConflict(ConflictRule rule) implements Clause {
    @Override
    public CopyRequest refine(CopyRequest r) {
      return r.withConflict(Optional.of(rule));
    }
  }

  /** Whether the target is emptied first. */
  record Truncate(boolean on) implements Clause {
    @Override
    public CopyRequest refine(CopyRequest r) {
      return r.withTruncate(on);
    }
  }

  /** In batches of how many rows it is run; empty where the table's size decides. */
  record Batch(Optional<Batching> batching) implements Clause {
    @Override
    public CopyRequest refine(CopyRequest r) {
      return r.withExecution(new Execution(batching, r.execution().workers()));
    }
  }

  /** How many sessions copy at a time; empty where the table's size decides. */
  record Workers(OptionalInt count) implements Clause {
    @Override
    public CopyRequest refine(CopyRequest r) {
      return r.withExecution(new Execution(r.execution().batching(), count));
    }
  }
}
