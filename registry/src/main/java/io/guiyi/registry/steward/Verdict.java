package io.guiyi.registry.steward;

import io.guiyi.records.person.PersonId;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a steward says. */
public sealed interface Verdict {

  /** Which kind a verdict is. */
  Kind kind();

  /**
   * 同一人: the record of a case belongs to a person. Whatever the machine says later, it stays there.
   *
   * @param caseId the open case
   * @param person to whom; one of the candidates, or anybody else
   */
  record SamePerson(String caseId, PersonId person) implements Verdict {
    @Override
    public Kind kind() {
      return Kind.SAME;
    }
  }

  /**
   * 不是同一人: the record of a case is none of these persons. It joins somebody else whom the machine
   * finds without doubt, or becomes a person of its own.
   *
   * @param caseId the open case
   * @param persons whom it is not; empty for all candidates of the case
   */
  record DifferentPersons(String caseId, List<PersonId> persons) implements Verdict {
    /** Copies the list. */
    public DifferentPersons {
      persons = List.copyOf(persons);
    }

    @Override
    public Kind kind() {
      return Kind.DIFFERENT;
    }
  }

  /**
   * 拆分: some records of a person are somebody else's. They become one person together. The id stays
   * on the side of the record that was seen first.
   *
   * @param person who is split
   * @param leaving the numbers of the records on one side; neither none nor all
   */
  record Split(PersonId person, SortedSet<Long> leaving) implements Verdict {
    /** Copies the set. */
    public Split {
      leaving = Collections.unmodifiableSortedSet(new TreeSet<>(leaving));
    }

    @Override
    public Kind kind() {
      return Kind.SPLIT;
    }
  }

  /**
   * 合并: two persons are one. The older id survives, the other leads to it for ever.
   *
   * @param first one
   * @param second the other
   */
  record Merge(PersonId first, PersonId second) implements Verdict {
    @Override
    public Kind kind() {
      return Kind.MERGE;
    }
  }

  /** The kinds of decisions; an undo is one, too. */
  enum Kind {
    /** 同一人. */
    SAME,
    /** 不是同一人. */
    DIFFERENT,
    /** 拆分. */
    SPLIT,
    /** 合并. */
    MERGE,
    /** 撤销: an earlier decision is taken back. */
    UNDO
  }
}
