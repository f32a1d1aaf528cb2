package io.linkspan.request;

import io.linkspan.pg.Identifier;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One clause of {@code plan copy}, which is also a command of its own. */
public sealed interface Clause {
  /** The request refined by this clause: {@code map} adds, every other clause replaces. */
  CopyRequest refine(CopyRequest request);

  /** Only these target columns; empty for all that match. */
  record Columns(Optional<List<Identifier>> names) implements Clause {
    @Override
    public CopyRequest refine(CopyRequest r) {
      return new CopyRequest(
          r.source(),
          r.target(),
          names,
          r.mapping(),
          r.where(),
          r.distinct(),
          r.conflict(),
          r.truncate());
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
      return new CopyRequest(
          r.source(),
          r.target(),
          r.columns(),
          all,
          r.where(),
          r.distinct(),
          r.conflict(),
          r.truncate());
    }
  }

  /** Which rows are read; empty for all. */
  record Where(Optional<String> condition) implements Clause {
    @Override
    public CopyRequest refine(CopyRequest r) {
      return new CopyRequest(
          r.source(),
          r.target(),
          r.columns(),
          r.mapping(),
          condition,
          r.distinct(),
          r.conflict(),
          r.truncate());
    }
  }

  /** Which of the equal rows are proposed. */
  record DistinctRows(Distinct distinct) implements Clause {
    @Override
    public CopyRequest refine(CopyRequest r) {
      return new CopyRequest(
          r.source(),
          r.target(),
          r.columns(),
          r.mapping(),
          r.where(),
          distinct,
          r.conflict(),
          r.truncate());
    }
  }

  /** What becomes of rows whose key is taken. */
  record OnConflict(ConflictRule rule) implements Clause {
    @Override
    public CopyRequest refine(CopyRequest r) {
      return new CopyRequest(
          r.source(),
          r.target(),
          r.columns(),
          r.mapping(),
          r.where(),
          r.distinct(),
          Optional.of(rule),
          r.truncate());
    }
  }

  /** Whether the target is emptied first. */
  record Truncate(boolean on) implements Clause {
    @Override
    public CopyRequest refine(CopyRequest r) {
      return new CopyRequest(
          r.source(),
          r.target(),
          r.columns(),
          r.mapping(),
          r.where(),
          r.distinct(),
          r.conflict(),
          on);
    }
  }
}
