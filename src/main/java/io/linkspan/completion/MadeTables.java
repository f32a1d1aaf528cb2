package io.linkspan.completion;

import io.linkspan.pg.Identifier;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Tables that statements make or change.
 *
 * @param temporary those that no other session sees
 * @param others those that are there for all sessions in the end
 */
public record MadeTables(Set<Identifier> temporary, Set<Identifier> others) {
  public MadeTables {
    temporary = Set.copyOf(temporary);
    others = Set.copyOf(others);
  }

  /** The tables of each statement in the text. */
  public static MadeTables in(String sql) {
    Set<Identifier> temporary = new HashSet<>();
    Set<Identifier> others = new HashSet<>();
    for (TypedTokens tokens : TypedTokens.statements(sql, OptionalInt.empty())) {
      Reading reading = StatementReader.read(tokens);
      reading.made.forEach(made -> (made.temporary() ? temporary : others).add(made.name().last()));
      reading.altered.forEach(name -> others.add(name.last()));
    }
    return new MadeTables(temporary, others);
  }

  /** These and the others together. */
  public MadeTables and(MadeTables more) {
    Set<Identifier> bothTemporary = new HashSet<>(temporary);
    bothTemporary.addAll(more.temporary);
    Set<Identifier> bothOthers = new HashSet<>(others);
    bothOthers.addAll(more.others);
    return new MadeTables(bothTemporary, bothOthers);
  }

  /** All of them. */
  public Set<Identifier> all() {
    Set<Identifier> all = new HashSet<>(temporary);
    all.addAll(others);
    return all;
  }
}
