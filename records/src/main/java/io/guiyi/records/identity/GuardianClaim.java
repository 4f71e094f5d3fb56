package io.guiyi.records.identity;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A guardian as a child's row names him or her: evidence for finding the child, and the raw
 * material of a {@link io.guiyi.records.statement.Guardianship}.
 *
 * @param name the guardian's name
 * @param relation which relation the row states
 * @param document the guardian's document, if given; never the child's own
 * @param phone the guardian's phone, if given
 */
public record GuardianClaim(
    PersonName name, Relation relation, @Nullable IdDocument document, @Nullable Phone phone) {

  /** How the guardian is related to the child, after GB/T 4761. */
  public enum Relation {
    /** 父. */
    FATHER,
    /** 母. */
    MOTHER,
    /** 祖父母, 外祖父母. */
    GRANDPARENT,
    /** 配偶. Stated of grown-ups, by the same kind of claim. */
    SPOUSE,
    /** Anybody else, or not said. */
    OTHER
  }

  /** The guardian's document, if given. */
  public Optional<IdDocument> documentGiven() {
    return Optional.ofNullable(document);
  }
}
