package io.guiyi.registry.certificate;

import io.guiyi.records.SourceId;
import io.guiyi.registry.audit.AuditLog;
import io.guiyi.registry.certificate.CertificateVerdict.Broken;
import io.guiyi.registry.certificate.CertificateVerdict.Fault;
import io.guiyi.registry.certificate.CertificateVerdict.Sound;
import io.guiyi.registry.intake.Pulls;
import io.guiyi.registry.store.RegisterJson;
import io.guiyi.registry.store.Transactions;
import io.guiyi.seal.KeyId;
import io.guiyi.seal.KeyRefused;
import io.guiyi.seal.Signature;
import io.guiyi.seal.Signatures;
import io.guiyi.seal.Sm3;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/**
 * Checks the certificates of a source from the first to the last: form, chain, signature, what the
 * audit chain says of them, and what they say once more against the database. Counts and digests of
 * pages outlive the pages, so that retention changes no verdict. Reads page by page and holds
 * nobody up.
 */
@Component
public final class CertificateCheck {
  private static final int PAGE = 200;

  private final Transactions transactions;
  private final Pulls pulls;
  private final PageDigests digests;
  private final Signatures signatures;
  private final AuditLog audit;

  /** Checks with the public keys of {@code signatures}. */
  public CertificateCheck(
      Transactions transactions,
      Pulls pulls,
      PageDigests digests,
      Signatures signatures,
      AuditLog audit) {
    this.transactions = transactions;
    this.pulls = pulls;
    this.digests = digests;
    this.signatures = signatures;
    this.audit = audit;
  }

  /** Checks every certificate of a source and names the first bad one. */
  public CertificateVerdict verify(SourceId source) {
    long number = 0;
    Sm3 head = Certificates.NOTHING;
    while (true) {
      List<CertificateRow> page = rows(source, number);
      for (CertificateRow row : page) {
        number++;
        Optional<Fault> fault = fault(row, number, head);
        if (fault.isPresent()) {
          return new Broken(number, fault.get());
        }
        head = Sm3.ofBytes(row.hash);
      }
      if (page.size() < PAGE) {
        return isCutOff(source, number)
            ? new Broken(number + 1, Fault.NUMBER)
            : new Sound(number, head);
      }
    }
  }

  private List<CertificateRow> rows(SourceId source, long after) {
    return transactions.inTransaction(session ->
        session
            .createSelectionQuery(
                "from CertificateRow where source = :source and number > :after order by number",
                CertificateRow.class)
            .setParameter("source", source.name())
            .setParameter("after", after)
            .setMaxResults(PAGE)
            .getResultList());
  }

  private Optional<Fault> fault(CertificateRow row, long number, Sm3 head) {
    if (row.number != number) {
      return Optional.of(Fault.NUMBER);
    }
    byte[] content = row.content.getBytes(StandardCharsets.UTF_8);
    if (!Arrays.equals(Sm3.of(content).bytes(), row.hash)) {
      return Optional.of(Fault.HASH);
    }
    Certificate certificate;
    try {
      certificate = RegisterJson.read(row.content, Certificate.class);
    } catch (JacksonException e) {
      return Optional.of(Fault.CONTENT);
    }
    if (!saysTheSame(row, certificate)) {
      return Optional.of(Fault.CONTENT);
    }
    if (!isSigned(row, content)) {
      return Optional.of(Fault.SIGNATURE);
    }
    if (!certificate.previous().equals(head.hex())) {
      return Optional.of(Fault.PREVIOUS);
    }
    if (!CertificateNotice.says(audit, row.signed())) {
      return Optional.of(Fault.AUDIT);
    }
    return transactions.inTransaction(session -> recount(session, certificate));
  }

  private static boolean saysTheSame(CertificateRow row, Certificate certificate) {
    return certificate.form().equals(Certificate.FORM)
        && certificate.source().equals(row.source)
        && certificate.number() == row.number
        && certificate.pull() == row.pullId
        && certificate.key().equals(row.keyId)
        && certificate.signed().equals(row.recordedAt);
  }

  private boolean isSigned(CertificateRow row, byte[] content) {
    try {
      KeyId key = KeyId.parse(row.keyId);
      return signatures.verificationKey(key).verify(content, new Signature(key, row.signature));
    } catch (KeyRefused | IllegalArgumentException e) {
      return false;
    }
  }

  private Optional<Fault> recount(StatelessSession session, Certificate certificate) {
    Optional<FinishedPull> pull = FinishedPull.of(session, certificate.pull());
    if (pull.isEmpty() && !mayBeGone(certificate.rows())) {
      return Optional.of(Fault.PULL);
    }
    if (pull.isPresent() && !isThat(certificate, pull.get())) {
      return Optional.of(Fault.PULL);
    }
    if (pull.isPresent()
        && !Certificates.rows(pulls.ofPull(certificate.pull())).equals(certificate.rows())) {
      return Optional.of(Fault.COUNTS);
    }
    boolean sameRows =
        digests.count(session, certificate.pull()) == certificate.pages()
            && digests.ofPull(session, certificate.pull()).hex().equals(certificate.rowsSm3());
    return sameRows ? Optional.empty() : Optional.of(Fault.ROWS);
  }

  /** Retention takes the row of a pull that brought no record anything. */
  private static boolean mayBeGone(Certificate.Rows rows) {
    return rows.fresh() + rows.changed() + rows.withdrawn() + rows.stale() == 0;
  }

  private static boolean isThat(Certificate certificate, FinishedPull pull) {
    return pull.kind() == certificate.kind()
        && pull.begun().equals(certificate.begun())
        && pull.finished().equals(certificate.finished())
        && pull.outcome().equals(certificate.outcome());
  }

  /**
   * Whether a certificate behind the last one is gone: the audit chain knows it, or a pull has
   * digests of pages, which only those have that were certified.
   */
  private boolean isCutOff(SourceId source, long last) {
    return CertificateNotice.knows(audit, source, last + 1) || hasUncertifiedDigests(source);
  }

  private boolean hasUncertifiedDigests(SourceId source) {
    return transactions.inTransaction(session ->
        session
            .createNativeQuery(
                """
                select exists (select from pull p where p.source = :source and p.certified
                  and exists (select from page_digest d where d.pull_id = p.id)
                  and not exists (select from certificate c where c.pull_id = p.id))
                """,
                Boolean.class)
            .setParameter("source", source.name())
            .getSingleResult());
  }
}
