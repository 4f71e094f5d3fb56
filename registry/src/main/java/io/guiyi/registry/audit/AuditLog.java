package io.guiyi.registry.audit;

import io.guiyi.registry.store.Transactions;
import io.guiyi.seal.HashChain;
import io.guiyi.seal.HashChain.Broken;
import io.guiyi.seal.HashChain.Fault;
import io.guiyi.seal.HashChain.Head;
import io.guiyi.seal.HashChain.Intact;
import io.guiyi.seal.HashChain.Verdict;
import io.guiyi.seal.Sm3;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.hibernate.StatelessSession;
import org.springframework.stereotype.Component;

/** Appends to the chain of audit entries, reads it and checks it. For many threads. */
@Component
public final class AuditLog {
  /** The longest actor, object; in characters. */
  public static final int MAX_NAME = 200;

  /** The longest detail, in characters. */
  public static final int MAX_DETAIL = 4_000;

  /** The most entries one reading gives. */
  public static final int MAX_PAGE = 1_000;

  /** The key of the lock under which one transaction at a time appends: "audit" in ASCII. */
  private static final long LOCK = 0x61_75_64_69_74L;

  private static final Pattern ACTION =
      Pattern.compile("[a-z][a-z-]{0,30}(\\.[a-z][a-z-]{0,30}){1,3}");

  private final Transactions transactions;
  private final Clock clock;

  /** Appends with the time of {@code clock}. */
  public AuditLog(Transactions transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Appends an entry in the transaction of the caller, or else in one of its own. Appending
   * transactions queue from here to their commit, so append last.
   *
   * @param actor who does it: an account, or {@code hub}
   * @param action two to four words of small letters parted by dots, such as {@code page.applied}
   * @param object to what, by number or configured name
   * @param detail counts and hashes; never a value of a person, at most {@link #MAX_DETAIL}
   */
  public AuditEntry append(String actor, String action, String object, String detail) {
    check(actor, action, object, detail);
    return transactions.inTransaction(session -> {
      lock(session);
      AuditEntry entry = next(head(session), actor, action, object, detail);
      session.insert(new AuditEntryRow(entry));
      return entry;
    });
  }

  /** The last entry's number and hash; keep it elsewhere to notice a tail that was cut off. */
  public Head head() {
    return transactions.inTransaction(AuditLog::head);
  }

  /**
   * The entries after a number, in order.
   *
   * @param number 0 for the beginning
   * @param limit 1 to {@link #MAX_PAGE}
   */
  public List<AuditEntry> after(long number, int limit) {
    if (limit < 1 || limit > MAX_PAGE) {
      throw new IllegalArgumentException(
          "%d entries cannot be read at once; ask for 1 to %d".formatted(limit, MAX_PAGE));
    }
    return rows(number, limit).stream().map(AuditEntryRow::entry).toList();
  }

  /**
   * What was done to one object, in order, as the entries say; whether they are genuine only {@link
   * #verify()} tells.
   *
   * @param action what was done
   * @param object to what
   * @return at most {@link #MAX_PAGE} entries
   */
  public List<AuditEntry> about(String action, String object) {
    return transactions.inTransaction(session ->
        session
            .createSelectionQuery(
                "from AuditEntryRow where object = :object and action = :action order by number",
                AuditEntryRow.class)
            .setParameter("object", object)
            .setParameter("action", action)
            .setMaxResults(MAX_PAGE)
            .getResultStream()
            .map(AuditEntryRow::entry)
            .toList());
  }

  /** Checks the chain from its beginning and names the first bad entry. */
  public Verdict verify() {
    return verify(HashChain.START);
  }

  /**
   * Checks the chain behind a head that was verified, or kept elsewhere, before. Reads page by page
   * and holds nobody up.
   */
  public Verdict verify(Head known) {
    Head head = known;
    while (true) {
      List<AuditEntryRow> page = rows(head.number(), MAX_PAGE);
      if (page.isEmpty()) {
        return new Intact(head);
      }
      for (AuditEntryRow row : page) {
        switch (verify(head, row)) {
          case Intact(Head next) -> head = next;
          case Broken broken -> {
            return broken;
          }
        }
      }
    }
  }

  private static Verdict verify(Head head, AuditEntryRow row) {
    if (row.hash.length != Sm3.LENGTH_BYTES) {
      return new Broken(head.number() + 1, Fault.HASH);
    }
    HashChain.Entry entry = new HashChain.Entry(row.number, row.content(), Sm3.ofBytes(row.hash));
    Verdict verdict = HashChain.verify(head, List.of(entry));
    boolean follows = Arrays.equals(row.previous, head.hash().bytes());
    return verdict instanceof Intact && !follows ? new Broken(row.number, Fault.HASH) : verdict;
  }

  private AuditEntry next(Head head, String actor, String action, String object, String detail) {
    // The column keeps microseconds; hashed must be what is read back.
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    byte[] content = AuditEntry.content(actor, action, object, detail, now);
    Head next = HashChain.next(head, content);
    return new AuditEntry(
        next.number(), actor, action, object, detail, head.hash(), next.hash(), now);
  }

  private static void lock(StatelessSession session) {
    session
        .createNativeQuery("select 1 from pg_advisory_xact_lock(:key)", Integer.class)
        .setParameter("key", LOCK)
        .getSingleResult();
  }

  private static Head head(StatelessSession session) {
    return session
        .createSelectionQuery("from AuditEntryRow order by number desc", AuditEntryRow.class)
        .setMaxResults(1)
        .getResultList()
        .stream()
        .findFirst()
        .map(row -> new Head(row.number, Sm3.ofBytes(row.hash)))
        .orElse(HashChain.START);
  }

  private List<AuditEntryRow> rows(long after, int limit) {
    return transactions.inTransaction(session ->
        session
            .createSelectionQuery(
                "from AuditEntryRow where number > :after order by number", AuditEntryRow.class)
            .setParameter("after", after)
            .setMaxResults(limit)
            .getResultList());
  }

  private static void check(String actor, String action, String object, String detail) {
    if (!isName(actor) || !isName(object)) {
      throw new IllegalArgumentException(
          "actor and object of an audit entry have 1 to %d characters; name them shorter"
              .formatted(MAX_NAME));
    }
    if (!ACTION.matcher(action).matches()) {
      throw new IllegalArgumentException(
          "'%s' is no action; write it like page.applied".formatted(action));
    }
    if (detail.length() > MAX_DETAIL) {
      throw new IllegalArgumentException(
          "the detail of an audit entry has %d characters, at most %d; give counts and hashes"
              .formatted(detail.length(), MAX_DETAIL));
    }
  }

  private static boolean isName(String name) {
    return !name.isBlank() && name.length() <= MAX_NAME;
  }
}
