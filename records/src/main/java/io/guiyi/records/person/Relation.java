package io.guiyi.records.person;

import io.guiyi.records.Provenance;
import io.guiyi.records.SourceId;
import io.guiyi.records.identity.GuardianClaim;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A tie of one person to another, as rows of the departments state it. Both persons have it: the
 * child a guardian, the guardian a child.
 *
 * @param role what the other is to this person
 * @param relation what the guardian is to the child, whichever of the two this person is; {@link
 *     GuardianClaim.Relation#SPOUSE} between spouses
 * @param person the other; null if a row names somebody who was not found among the persons known,
 *     or not for certain
 * @param since the earliest day from which it is stated, in Asia/Shanghai; null if none is
 * @param stated the rows that state it, by number; at least one, at most {@link #ROWS_MAX}
 */
public record Relation(
    Role role,
    GuardianClaim.Relation relation,
    @Nullable PersonId person,
    @Nullable LocalDate since,
    List<Provenance> stated) {
  /** The most rows that a relation names. */
  public static final int ROWS_MAX = 16;

  /** What the other is to this person, by the names that sharing policies and entries use. */
  public enum Role {
    /** 监护人: the other is a parent or guardian of this person. */
    GUARDIAN("family.guardians"),
    /** 被监护人: this person is a parent or guardian of the other. */
    CHILD("family.children"),
    /** 配偶. */
    SPOUSE("family.spouse");

    private final String label;

    Role(String label) {
      this.label = label;
    }

    /** The name in policies and published entries. */
    public String label() {
      return label;
    }

    /** The role of that name. */
    public static Optional<Role> named(String label) {
      return Arrays.stream(values()).filter(role -> role.label.equals(label)).findFirst();
    }
  }

  /** Copies the list and checks its bounds. */
  public Relation {
    if (stated.isEmpty() || stated.size() > ROWS_MAX) {
      throw new IllegalArgumentException(
          "a relation is stated by 1 to %d rows, this one by %d"
              .formatted(ROWS_MAX, stated.size()));
    }
    stated = List.copyOf(stated);
  }

  /** The same relation, to whom its person became if {@code redirects} says so. */
  public Relation redirected(Map<PersonId, PersonId> redirects) {
    return person == null
        ? this
        : new Relation(role, relation, redirects.getOrDefault(person, person), since, stated);
  }

  /** The departments that state it, each once, by name. */
  public List<SourceId> sources() {
    return stated.stream().map(Provenance::source).distinct().sorted().toList();
  }
}
