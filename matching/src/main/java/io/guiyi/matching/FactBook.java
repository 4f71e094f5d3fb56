package io.guiyi.matching;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** All facts that stand, by record. Written by one thread. */
public final class FactBook {
  private final Map<RecordRef, Set<PairFact>> about = new HashMap<>();

  /** True if nothing was ever stated. */
  public boolean isEmpty() {
    return about.isEmpty();
  }

  /** The facts about a record. */
  public Set<PairFact> about(RecordRef record) {
    return Set.copyOf(about.getOrDefault(record, Set.of()));
  }

  /**
   * Adds a fact.
   *
   * @return false if it stood already
   * @throws IllegalArgumentException if it contradicts facts that stand
   */
  public boolean state(PairFact fact) {
    Set<RecordRef> one = sameAs(fact.a());
    boolean contradicts =
        switch (fact.kind()) {
          case NEVER_LINK -> one.contains(fact.b());
          case ALWAYS_LINK -> isApart(one, sameAs(fact.b()));
        };
    if (contradicts) {
      throw new IllegalArgumentException(
          "facts that stand say the opposite of records %d and %d; withdraw those first"
              .formatted(fact.a().number(), fact.b().number()));
    }
    about.computeIfAbsent(fact.b(), _ -> new TreeSet<>()).add(fact);
    return about.computeIfAbsent(fact.a(), _ -> new TreeSet<>()).add(fact);
  }

  /** Takes a fact out; false if it did not stand. */
  public boolean withdraw(PairFact fact) {
    withdraw(fact.a(), fact);
    return withdraw(fact.b(), fact);
  }

  private boolean withdraw(RecordRef record, PairFact fact) {
    Set<PairFact> facts = about.get(record);
    boolean stood = facts != null && facts.remove(fact);
    if (facts != null && facts.isEmpty()) {
      about.remove(record);
    }
    return stood;
  }

  /** All records that facts say are one with a record, itself included, in ascending order. */
  public Set<RecordRef> sameAs(RecordRef record) {
    Set<RecordRef> same = new TreeSet<>(Set.of(record));
    Deque<RecordRef> open = new ArrayDeque<>(same);
    while (!open.isEmpty()) {
      RecordRef next = open.remove();
      for (PairFact fact : about.getOrDefault(next, Set.of())) {
        if (fact.kind() == PairFact.Kind.ALWAYS_LINK && same.add(fact.other(next))) {
          open.add(fact.other(next));
        }
      }
    }
    return same;
  }

  /** True if a fact keeps any record of the one from any of the other. */
  public boolean isApart(Set<RecordRef> some, Set<RecordRef> others) {
    for (RecordRef record : some) {
      for (PairFact fact : about.getOrDefault(record, Set.of())) {
        if (fact.kind() == PairFact.Kind.NEVER_LINK && others.contains(fact.other(record))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Forgets all. */
  void clear() {
    about.clear();
  }
}
