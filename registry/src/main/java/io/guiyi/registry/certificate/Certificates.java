package io.guiyi.registry.certificate;

import io.guiyi.matching.Matcher;
import io.guiyi.records.Conservation;
import io.guiyi.records.SourceId;
import io.guiyi.registry.audit.AuditLog;
import io.guiyi.registry.intake.Pulls;
import io.guiyi.registry.leadership.LeadershipTerm;
import io.guiyi.registry.store.RegisterJson;
import io.guiyi.registry.store.Transactions;
import io.guiyi.seal.KeyId;
import io.guiyi.seal.KeyPurpose;
import io.guiyi.seal.KeyRing;
import io.guiyi.seal.Signature;
import io.guiyi.seal.Signatures;
import io.guiyi.seal.Sm3;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Signs a certificate for every finished pull that stored anything, in the order of the pulls, and
 * tells the audit chain its number and digest.
 *
 * <p>A pull that stored nothing (no version, no row in quarantine, no move of the watermark) gets
 * none: most pulls of a quiet source are of that kind, and the next certificate says how many there
 * were. For many threads; signed by the leader alone.
 */
@Component
public final class Certificates {
  /** The most certificates one listing gives. */
  public static final int MAX_LISTED = 500;

  /** What the first certificate of a source follows. */
  static final Sm3 NOTHING = Sm3.of();

  /** The most pulls that are looked at in one go; the rest come the next time. */
  private static final int PULLS_MAX = 100;

  private static final KeyPurpose SIGNING = new KeyPurpose.Signing();

  private final Transactions transactions;
  private final LeadershipTerm leadership;
  private final Pulls pulls;
  private final PageDigests digests;
  private final Matcher matcher;
  private final KeyRing keys;
  private final Signatures signatures;
  private final AuditLog audit;
  private final Clock clock;

  /** Signs with the current signing key of {@code keys}. */
  public Certificates(
      Transactions transactions,
      LeadershipTerm leadership,
      Pulls pulls,
      PageDigests digests,
      Matcher matcher,
      KeyRing keys,
      Signatures signatures,
      AuditLog audit,
      Clock clock) {
    this.transactions = transactions;
    this.leadership = leadership;
    this.pulls = pulls;
    this.digests = digests;
    this.matcher = matcher;
    this.keys = keys;
    this.signatures = signatures;
    this.audit = audit;
    this.clock = clock;
  }

  /** Notes that a pull reads everything again. */
  public void noteFromStart(long pull) {
    transactions.runInTransaction(session ->
        session
            .createNativeMutationQuery("update pull set from_start = true where id = :pull")
            .setParameter("pull", pull)
            .executeUpdate());
  }

  /**
   * Certifies what ended of a source since it was last asked, also what a crash cut short. Doing it
   * again does nothing more.
   *
   * @return how many certificates were signed
   * @throws io.guiyi.registry.leadership.NoLongerLeader when another hub leads
   */
  public int certify(SourceId source) {
    return transactions.inTransaction(session -> {
      long term = leadership.verify();
      List<SignedCertificate> signed = new ArrayList<>();
      for (FinishedPull pull : FinishedPull.uncertified(session, source.name(), PULLS_MAX)) {
        @Nullable SignedCertificate last = latest(session, source.name()).orElse(null);
        String before = last == null ? "" : last.certificate().after();
        String after = after(session, pull.id()).orElse(before);
        if (!after.equals(before) || hasStored(session, pull.id())) {
          SignedCertificate next = sign(session, source, pull, term, last, after);
          session.insert(new CertificateRow(next));
          signed.add(next);
        } else {
          digests.forget(session, pull.id());
        }
        settled(session, pull.id());
      }
      signed.forEach(certificate -> CertificateNotice.append(audit, certificate));
      return signed.size();
    });
  }

  private SignedCertificate sign(
      StatelessSession session,
      SourceId source,
      FinishedPull pull,
      long term,
      @Nullable SignedCertificate last,
      String after) {
    KeyId key = keys.current(SIGNING);
    Certificate certificate =
        new Certificate(
            Certificate.FORM,
            source.name(),
            last == null ? 1 : last.certificate().number() + 1,
            pull.id(),
            pull.kind(),
            term,
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            pull.begun(),
            pull.finished(),
            pull.outcome(),
            last == null ? "" : last.certificate().after(),
            after,
            digests.count(session, pull.id()),
            rows(pulls.ofPull(pull.id())),
            quarantined(session, pull.id()),
            digests.ofPull(session, pull.id()).hex(),
            matcher.model().hash(),
            idle(session, source, last, pull.id()),
            (last == null ? NOTHING : last.hash()).hex(),
            key.text());
    String content = RegisterJson.text(certificate);
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    Signature signature = signatures.sign(SIGNING, bytes);
    return new SignedCertificate(certificate, content, Sm3.of(bytes), signature);
  }

  static Certificate.Rows rows(Conservation counts) {
    return new Certificate.Rows(
        counts.read(),
        counts.fresh(),
        counts.changed(),
        counts.unchanged(),
        counts.withdrawn(),
        counts.stale(),
        counts.quarantined());
  }

  /** How far a pull came; empty if it applied no page. */
  private static Optional<String> after(StatelessSession session, long pull) {
    return session
        .createNativeQuery(
            "select watermark from pull_page where pull_id = :pull order by term desc, id desc",
            String.class)
        .setParameter("pull", pull)
        .setMaxResults(1)
        .getResultList()
        .stream()
        .findFirst();
  }

  private static boolean hasStored(StatelessSession session, long pull) {
    return session
        .createNativeQuery(
            """
            select exists (select from pull_page p where p.pull_id = :pull and (
              exists (select from source_record_version v where v.page_id = p.id)
              or exists (select from quarantined q where q.page_id = p.id)
              or exists (select from quarantined q where q.resolved_page_id = p.id)))
            """,
            Boolean.class)
        .setParameter("pull", pull)
        .getSingleResult();
  }

  private static TreeMap<String, Long> quarantined(StatelessSession session, long pull) {
    TreeMap<String, Long> reasons = new TreeMap<>();
    session
        .createNativeQuery(
            "select q.reason, count(*) from quarantined q join pull_page p on p.id = q.page_id"
                + " where p.pull_id = :pull group by q.reason",
            Object[].class)
        .setParameter("pull", pull)
        .getResultList()
        .forEach(row -> reasons.put((String) row[0], (Long) row[1]));
    return reasons;
  }

  private static long idle(
      StatelessSession session, SourceId source, @Nullable SignedCertificate last, long pull) {
    return session
        .createNativeQuery(
            "select count(*) from pull where source = :source and id > :last and id < :pull"
                + " and certified",
            Long.class)
        .setParameter("source", source.name())
        .setParameter("last", last == null ? 0 : last.certificate().pull())
        .setParameter("pull", pull)
        .getSingleResult();
  }

  private static void settled(StatelessSession session, long pull) {
    session
        .createNativeMutationQuery("update pull set certified = true where id = :pull")
        .setParameter("pull", pull)
        .executeUpdate();
  }

  /** The last certificate of a source. */
  public Optional<SignedCertificate> latest(SourceId source) {
    return transactions.inTransaction(session -> latest(session, source.name()));
  }

  private static Optional<SignedCertificate> latest(StatelessSession session, String source) {
    return before(session, source, Long.MAX_VALUE, 1).stream().findFirst();
  }

  /** One certificate of a source. */
  public Optional<SignedCertificate> of(SourceId source, long number) {
    return transactions.inTransaction(session ->
        Optional.ofNullable(
                session.get(CertificateRow.class, new CertificateRow.Key(source.name(), number)))
            .map(CertificateRow::signed));
  }

  /**
   * The certificates of a source, latest first.
   *
   * @param before the number of the last one already listed; {@link Long#MAX_VALUE} for the
   *     beginning
   * @param limit 1 to {@link #MAX_LISTED}
   */
  public List<SignedCertificate> list(SourceId source, long before, int limit) {
    if (limit < 1 || limit > MAX_LISTED) {
      throw new IllegalArgumentException(
          "%d certificates cannot be listed at once; ask for 1 to %d".formatted(limit, MAX_LISTED));
    }
    return transactions.inTransaction(session -> before(session, source.name(), before, limit));
  }

  private static List<SignedCertificate> before(
      StatelessSession session, String source, long before, int limit) {
    return session
        .createSelectionQuery(
            "from CertificateRow where source = :source and number < :before"
                + " order by number desc",
            CertificateRow.class)
        .setParameter("source", source)
        .setParameter("before", before)
        .setMaxResults(limit)
        .getResultList()
        .stream()
        .map(CertificateRow::signed)
        .toList();
  }
}
