package io.guiyi.registry.store;

import org.hibernate.StatelessSession;

/**
 * Row numbers taken from a sequence for one transaction.
 *
 * <p>Every transaction takes blocks of its own and keeps none for the next: a number that a hub
 * held back across transactions would come out of order after another hub has led, and whoever
 * reads "everything after number n" would miss it. Numbers are 64 bits wide; the gaps cost nothing.
 */
public final class Numbers {

  /** The schema's sequences, with the size of the block that each step hands out. */
  public enum Sequence {
    /** Complete deliveries. */
    DELIVERY("delivery_number", 1),
    /** Pulls. */
    PULL("pull_number", 1),
    /** Applied pages. */
    PULL_PAGE("pull_page_number", 50),
    /** Rows held aside. */
    QUARANTINED("quarantined_number", 500),
    /** Persons; scrambled into their public ids. */
    PERSON("person_number", 500),
    /** Source records. */
    SOURCE_RECORD("source_record_number", 500),
    /** Decisions. */
    DECISION("decision_number", 500),
    /** Link events. */
    LINK_EVENT("link_event_number", 500),
    /** Decisions of stewards. */
    CASE_DECISION("case_decision_number", 1),
    /** Facts about pairs of records. */
    LINK_FACT("link_fact_number", 50),
    /** Review cases. */
    REVIEW_CASE("review_case_number", 50),
    /** Alarms. */
    ALARM("alarm_number", 1),
    /** Profiles of sources. */
    SOURCE_PROFILE("source_profile_number", 1),
    /** Person changes: their order is the order in which subscribers are told. */
    PERSON_CHANGE("person_change_number", 500);

    private final String name;
    private final int block;

    Sequence(String name, int block) {
      this.name = name;
      this.block = block;
    }
  }

  private final StatelessSession session;
  private final Sequence sequence;
  private long next;
  private int left;

  private Numbers(StatelessSession session, Sequence sequence) {
    this.session = session;
    this.sequence = sequence;
  }

  /** Numbers for the transaction of {@code session}. */
  public static Numbers of(StatelessSession session, Sequence sequence) {
    return new Numbers(session, sequence);
  }

  /** One number, where a transaction needs no more. */
  public static long one(StatelessSession session, Sequence sequence) {
    return of(session, sequence).next();
  }

  /**
   * The next number: above the ones before it, and above any that an earlier transaction has taken.
   * The database is asked once for each block.
   */
  public long next() {
    if (left == 0) {
      next =
          session
              .createNativeQuery("select nextval('" + sequence.name + "')", Long.class)
              .getSingleResult();
      left = sequence.block;
    }
    left--;
    return next++;
  }
}
