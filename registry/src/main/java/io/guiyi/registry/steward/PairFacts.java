package io.guiyi.registry.steward;

import io.guiyi.matching.PairFact;
import io.guiyi.matching.PairFact.Kind;
import io.guiyi.matching.RecordRef;
import io.guiyi.registry.decision.LinkFact;
import io.guiyi.registry.steward.VerdictOutcome.Refusal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The facts that hold about some records, and those that a verdict adds. What is always of one
 * person is so through others too: if a goes with b, and b with c, then a goes with c.
 */
final class PairFacts {
  /** The most facts that one verdict states. */
  static final int FACTS_MAX = 2_000;

  private final Map<PairFact, Long> standing = new HashMap<>();
  private final Map<RecordRef, Set<RecordRef>> together = new HashMap<>();
  private final Set<PairFact> stated = new LinkedHashSet<>();

  PairFacts(List<LinkFact> held) {
    held.forEach(fact -> hold(fact.fact(), fact.decision()));
  }

  private void hold(PairFact fact, long decision) {
    standing.put(fact, decision);
    if (fact.kind() == Kind.ALWAYS_LINK) {
      together.computeIfAbsent(fact.a(), _ -> new TreeSet<>()).add(fact.b());
      together.computeIfAbsent(fact.b(), _ -> new TreeSet<>()).add(fact.a());
    }
  }

  /** The record and all that always go with it. */
  Set<RecordRef> with(RecordRef record) {
    Set<RecordRef> found = new TreeSet<>(Set.of(record));
    Deque<RecordRef> open = new ArrayDeque<>(found);
    while (!open.isEmpty()) {
      for (RecordRef next : together.getOrDefault(open.pop(), Set.of())) {
        if (found.add(next)) {
          open.push(next);
        }
      }
    }
    return found;
  }

  private Set<RecordRef> with(Collection<RecordRef> records) {
    Set<RecordRef> all = new HashSet<>();
    records.forEach(record -> all.addAll(with(record)));
    return all;
  }

  /**
   * All of {@code records} go with {@code one}.
   *
   * @throws VerdictRefused if a fact keeps two of them apart
   */
  void always(RecordRef one, Collection<RecordRef> records) {
    Set<RecordRef> all = with(records);
    all.addAll(with(one));
    among(Kind.NEVER_LINK, all, all)
        .ifPresent(fact -> {
          throw contradiction("different persons", fact);
        });
    records.stream()
        .filter(other -> !other.equals(one))
        .forEach(other -> add(one, other, Kind.ALWAYS_LINK));
  }

  /**
   * None of {@code some} goes with any of {@code others}.
   *
   * @throws VerdictRefused if facts keep one of each together
   */
  void never(Collection<RecordRef> some, Collection<RecordRef> others) {
    for (RecordRef one : some) {
      Set<RecordRef> kept = with(one);
      Optional<RecordRef> both = others.stream().filter(kept::contains).findFirst();
      if (both.isPresent()) {
        PairFact fact =
            among(Kind.ALWAYS_LINK, kept, kept)
                .orElseGet(() -> PairFact.of(one, both.get(), Kind.ALWAYS_LINK));
        throw contradiction("one person", fact);
      }
      others.forEach(other -> add(one, other, Kind.NEVER_LINK));
    }
  }

  private void add(RecordRef one, RecordRef other, Kind kind) {
    PairFact fact = PairFact.of(one, other, kind);
    if (!standing.containsKey(fact)) {
      stated.add(fact);
    }
    if (stated.size() > FACTS_MAX) {
      throw VerdictRefused.of(
          Refusal.TOO_LARGE,
          "the verdict would state more than %d facts about pairs; split smaller parts off first",
          FACTS_MAX);
    }
  }

  private Optional<PairFact> among(Kind kind, Set<RecordRef> some, Set<RecordRef> others) {
    return standing.keySet().stream()
        .filter(fact -> fact.kind() == kind)
        .filter(fact ->
            some.contains(fact.a()) && others.contains(fact.b())
                || some.contains(fact.b()) && others.contains(fact.a()))
        .sorted()
        .findFirst();
  }

  private VerdictRefused contradiction(String what, PairFact fact) {
    return VerdictRefused.of(
        Refusal.CONTRADICTION,
        "decision %d says that records %d and %d are of %s; undo it first",
        standing.getOrDefault(fact, 0L),
        fact.a().number(),
        fact.b().number(),
        what);
  }

  /** What the verdict adds, in the order in which it was said. */
  List<PairFact> stated() {
    return new ArrayList<>(stated);
  }
}
