package io.guiyi.registry.family;

import io.guiyi.matching.PersonRef;
import io.guiyi.records.Provenance;
import io.guiyi.records.identity.GuardianClaim;
import io.guiyi.records.person.Person;
import io.guiyi.records.person.PersonId;
import io.guiyi.records.person.Relation;
import io.guiyi.records.person.Relation.Role;
import io.guiyi.seal.LookupHash;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Consolidates what rows state about relatives into relations of persons. A pure function: the same
 * statements in any order give the same relations.
 *
 * <ul>
 *   <li>All rows that tie the same two persons make one relation, whichever of the two they are
 *       about. Where they differ about what the guardian is, most rows count, then the order of
 *       {@link GuardianClaim.Relation}; a parent is never also another guardian.
 *   <li>Relatives that were not found are one relation where kind and sound of the name agree; and
 *       none where such a relative of the same person was found, though not by every row.
 *   <li>A relation is stated since the earliest day that any of its rows gives.
 * </ul>
 */
public final class Families {
  private static final Comparator<Relation> ORDER =
      Comparator.comparing(Relation::role)
          .thenComparing(Relation::person, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Relation::relation)
          .thenComparing(relation -> relation.stated().getFirst().record());

  private Families() {}

  /** What statements must share to be one relation of a person. */
  private record Tie(
      Role role,
      @Nullable PersonRef other,
      GuardianClaim.@Nullable Relation unfound,
      @Nullable LookupHash sound) {}

  /**
   * The relations of each of {@code persons}; nothing for those that have none.
   *
   * @param stated what is stated about them or names them, each once; others do no harm
   * @param ids the public id of any person in {@code stated}
   */
  public static Map<PersonRef, List<Relation>> of(
      Collection<PersonRef> persons,
      Collection<StatedRelation> stated,
      Function<PersonRef, PersonId> ids) {
    Map<PersonRef, Map<Tie, List<StatedRelation>>> ties = new HashMap<>();
    persons.forEach(person -> ties.put(person, new LinkedHashMap<>()));
    Set<Known> known = known(stated);
    for (StatedRelation one : stated) {
      PersonRef subject = one.subject();
      PersonRef found = one.found();
      if (subject == null) {
        continue;
      }
      if (found != null || !known.contains(Known.of(one))) {
        tie(ties.get(subject), named(one), one);
      }
      if (found != null) {
        tie(ties.get(found), naming(one, subject), one);
      }
    }
    Map<PersonRef, List<Relation>> relations = new HashMap<>();
    ties.forEach((person, tied) -> {
      if (!tied.isEmpty()) {
        relations.put(person, relations(tied, ids));
      }
    });
    return relations;
  }

  /** Of a person, a kind of relative with a name. */
  private record Known(
      @Nullable PersonRef subject, GuardianClaim.Relation relation, LookupHash sound) {
    static Known of(StatedRelation one) {
      return new Known(one.subject(), one.relative().relation(), one.relative().sound());
    }
  }

  /** The relatives that at least one row was found by. */
  private static Set<Known> known(Collection<StatedRelation> stated) {
    return stated.stream()
        .filter(one -> one.found() != null)
        .map(Known::of)
        .collect(Collectors.toSet());
  }

  private static void tie(
      @Nullable Map<Tie, List<StatedRelation>> tied, Tie tie, StatedRelation one) {
    if (tied != null) {
      tied.computeIfAbsent(tie, _ -> new ArrayList<>()).add(one);
    }
  }

  /** As the person sees it who names the relative. */
  private static Tie named(StatedRelation one) {
    StatedRelative relative = one.relative();
    Role role = isSpouse(relative) ? Role.SPOUSE : Role.GUARDIAN;
    return one.found() == null
        ? new Tie(role, null, relative.relation(), relative.sound())
        : new Tie(role, one.found(), null, null);
  }

  /** As the relative sees it who is named. */
  private static Tie naming(StatedRelation one, PersonRef subject) {
    return new Tie(isSpouse(one.relative()) ? Role.SPOUSE : Role.CHILD, subject, null, null);
  }

  private static boolean isSpouse(StatedRelative relative) {
    return relative.relation() == GuardianClaim.Relation.SPOUSE;
  }

  private static List<Relation> relations(
      Map<Tie, List<StatedRelation>> tied, Function<PersonRef, PersonId> ids) {
    return tied.entrySet().stream()
        .map(entry -> relation(entry.getKey(), entry.getValue(), ids))
        .sorted(ORDER)
        .limit(Person.RELATIONS_MAX)
        .toList();
  }

  private static Relation relation(
      Tie tie, List<StatedRelation> stated, Function<PersonRef, PersonId> ids) {
    LocalDate since =
        stated.stream()
            .map(one -> one.relative().since())
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(null);
    Map<Long, Provenance> rows = new TreeMap<>();
    stated.forEach(one -> rows.put(one.row().record(), one.row()));
    return new Relation(
        tie.role(),
        mostStated(stated),
        tie.other() == null ? null : ids.apply(tie.other()),
        since,
        rows.values().stream().limit(Relation.ROWS_MAX).toList());
  }

  private static GuardianClaim.Relation mostStated(List<StatedRelation> stated) {
    Map<GuardianClaim.Relation, Integer> votes = new EnumMap<>(GuardianClaim.Relation.class);
    stated.forEach(one -> votes.merge(one.relative().relation(), 1, Integer::sum));
    return votes.entrySet().stream()
        .max(
            Map.Entry.<GuardianClaim.Relation, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .orElseThrow()
        .getKey();
  }
}
