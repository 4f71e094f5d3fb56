package io.guiyi.registry.steward;

import io.guiyi.matching.ReviewTrigger;
import io.guiyi.records.person.PersonId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The stewards' door to the register. */
@Component
public class Stewardship {
  /** The most lines of one reading. */
  public static final int MAX_LINES = 200;

  /** The most records that one verdict may touch. */
  public static final int MAX_RECORDS = 200;

  /**
   * Open cases, oldest first.
   *
   * @param trigger only these; null for all
   * @param after the last case of the page before; null to begin
   * @param limit 1 to {@link #MAX_LINES}
   */
  public List<CaseLine> open(@Nullable ReviewTrigger trigger, @Nullable String after, int limit) {
    throw new UnsupportedOperationException("follows");
  }

  /** How many cases are open, by trigger. */
  public Map<ReviewTrigger, Long> openCounts() {
    throw new UnsupportedOperationException("follows");
  }

  /** A case, open or closed; empty if there is none of that name. */
  public Optional<CaseView> show(String caseId) {
    throw new UnsupportedOperationException("follows");
  }

  /** Persons with their records; empty if one of them is not known. */
  public Optional<PersonsView> persons(List<PersonId> ids) {
    throw new UnsupportedOperationException("follows");
  }

  /**
   * What a verdict would touch, without doing it.
   *
   * @throws io.guiyi.registry.leadership.NoLongerLeader when another hub leads
   */
  public Preview preview(Verdict verdict) {
    throw new UnsupportedOperationException("follows");
  }

  /** What the undo of a decision would touch, without doing it. */
  public Preview previewUndo(long decision) {
    throw new UnsupportedOperationException("follows");
  }

  /**
   * Decides.
   *
   * @throws io.guiyi.registry.leadership.NoLongerLeader when another hub leads
   */
  public VerdictOutcome decide(VerdictCommand command) {
    throw new UnsupportedOperationException("follows");
  }

  /** Takes a decision back: everything stands as before it. */
  public VerdictOutcome undo(long decision, String author, String reason) {
    throw new UnsupportedOperationException("follows");
  }

  /** What stewards decided, newest first, at most {@code limit}. */
  public List<CaseDecision> decisions(int limit) {
    throw new UnsupportedOperationException("follows");
  }

  /** One decision. */
  public Optional<CaseDecision> decision(long number) {
    throw new UnsupportedOperationException("follows");
  }
}
