package io.guiyi.registry.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import io.guiyi.records.Canonicalized;
import io.guiyi.records.IntakePage;
import io.guiyi.records.Position;
import io.guiyi.records.QuarantineReason;
import io.guiyi.records.Quarantined;
import io.guiyi.records.RawBytes;
import io.guiyi.records.SourceId;
import io.guiyi.records.Watermark;
import io.guiyi.registry.RegisterFixture;
import io.guiyi.registry.Rows;
import io.guiyi.registry.audit.AuditEntry;
import io.guiyi.registry.audit.AuditLog;
import io.guiyi.registry.certificate.CertificateVerdict.Broken;
import io.guiyi.registry.certificate.CertificateVerdict.Fault;
import io.guiyi.registry.certificate.CertificateVerdict.Sound;
import io.guiyi.registry.intake.Pulls;
import io.guiyi.registry.intake.Retention;
import io.guiyi.registry.intake.RetentionSettings;
import io.guiyi.registry.resolve.Receipts;
import io.guiyi.registry.resolve.Resolver;
import io.guiyi.seal.HashChain;
import io.guiyi.seal.KeyPurpose;
import io.guiyi.seal.KeyRing;
import io.guiyi.seal.Sm3;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The certificates of a source")
class CertificatesTest {
  private static final SourceId POLICE = new SourceId("police");

  private final RegisterFixture register = RegisterFixture.emptied();
  private final Certificates certificates = register.get(Certificates.class);
  private final CertificateCheck check = register.get(CertificateCheck.class);
  private final Pulls pulls = register.get(Pulls.class);

  @BeforeEach
  void threePulls() {
    pull(Pulls.COMPLETE, "17", List.of(row("A"), row("B"), aside("x")));
    pull("TIMEOUT", "18", List.of(row("C")));
    pull(Pulls.COMPLETE, "18", List.of(row("C"))); // stores nothing
    pull(Pulls.COMPLETE, "19", List.of(row("D"), row("C")));
  }

  @Test
  @DisplayName("say what came in and what became of it, one for each pull that stored anything")
  void sayWhatHappened() {
    List<SignedCertificate> all = certificates.list(POLICE, Long.MAX_VALUE, 10).reversed();
    assertThat(all).hasSize(3);
    Certificate first = all.getFirst().certificate();
    assertThat(first.number()).isEqualTo(1);
    assertThat(first.rows()).isEqualTo(new Certificate.Rows(3, 2, 0, 0, 0, 0, 1));
    assertThat(first.quarantined()).containsOnly(Map.entry("DATE_INVALID", 1L));
    assertThat(first.before()).isEmpty();
    assertThat(first.after()).isEqualTo("17");
    assertThat(first.pages()).isEqualTo(1);
    assertThat(first.kind()).isEqualTo(Certificate.Kind.ONWARD);
    assertThat(all.get(1).certificate().outcome()).isEqualTo("TIMEOUT");
    Certificate last = all.getLast().certificate();
    assertThat(last.idle()).isEqualTo(1);
    assertThat(last.before()).isEqualTo("18");
    assertThat(last.previous()).isEqualTo(all.get(1).hash().hex());
    assertThat(check.verify(POLICE)).isEqualTo(new Sound(3, all.getLast().hash()));
    assertThat(certificates.certify(POLICE)).isZero();
  }

  @Test
  @DisplayName("stand with number and digest in the audit chain, whose verification covers that")
  void standInTheAuditChain() {
    AuditLog audit = register.get(AuditLog.class);
    SignedCertificate second = certificates.of(POLICE, 2).orElseThrow();
    AuditEntry entry =
        audit.after(0, AuditLog.MAX_PAGE).stream()
            .filter(each -> each.object().equals("police/2"))
            .reduce((_, _) -> {
              throw new AssertionError("named twice");
            })
            .orElseThrow();
    assertThat(entry.actor()).isEqualTo("hub");
    assertThat(entry.action()).isEqualTo("certificate.signed");
    assertThat(entry.detail())
        .isEqualTo(
            "{\"pull\":%d,\"sm3\":\"%s\"}".formatted(second.certificate().pull(), second.digest()));
    assertThat(audit.verify()).isEqualTo(new HashChain.Intact(audit.head()));

    register.sql(
        "update audit_entry set detail = replace(detail, '%s', '%s') where object = 'police/2'"
            .formatted(second.digest(), certificates.of(POLICE, 1).orElseThrow().digest()));
    assertThat(audit.verify())
        .isEqualTo(new HashChain.Broken(entry.number(), HashChain.Fault.HASH));
    assertThat(check.verify(POLICE)).isEqualTo(new Broken(2, Fault.AUDIT));
  }

  @Test
  @DisplayName("cover a pull that a crash cut short, when the next one has ended")
  void coverInterruptedPulls() {
    long cut = pulls.begin(POLICE);
    apply(cut, "20", List.of(row("E")));
    pull(Pulls.COMPLETE, "21", List.of(row("F")));
    List<SignedCertificate> all = certificates.list(POLICE, Long.MAX_VALUE, 2);
    assertThat(all.getLast().certificate().outcome()).isEqualTo(Pulls.INTERRUPTED);
    assertThat(all.getFirst().certificate().outcome()).isEqualTo(Pulls.COMPLETE);
    assertThat(check.verify(POLICE)).isInstanceOf(Sound.class);
  }

  @Test
  @DisplayName("stay good when the signing key is followed by another")
  void outliveKeys() {
    register.get(KeyRing.class).rotate(new KeyPurpose.Signing());
    pull(Pulls.COMPLETE, "20", List.of(row("E")));
    assertThat(check.verify(POLICE)).isInstanceOf(Sound.class);
    assertThat(certificates.latest(POLICE).orElseThrow().certificate().key())
        .isNotEqualTo(certificates.of(POLICE, 1).orElseThrow().certificate().key());
  }

  @Test
  @DisplayName("outlive what retention takes: held rows, pages and pulls")
  void outliveRetention() {
    pull(Pulls.COMPLETE, "19", List.of(aside("y")));
    pull(Pulls.COMPLETE, "20", List.of(row("E")));
    assertThat(register.count("pull")).isEqualTo(6);
    register.clock().advance(Duration.ofDays(400));
    assertThat(register.get(Retention.class).sweep(RetentionSettings.DEFAULT).isEmpty()).isFalse();
    assertThat(register.count("pull")).isLessThan(6);
    assertThat(check.verify(POLICE))
        .isInstanceOfSatisfying(
            Sound.class, sound -> assertThat(sound.certificates()).isEqualTo(5));
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("show every field of their text that was changed, even with the digest made to fit")
  @ValueSource(
      strings = {
        "form",
        "source",
        "number",
        "pull",
        "kind",
        "term",
        "signed",
        "begun",
        "finished",
        "outcome",
        "before",
        "after",
        "pages",
        "read",
        "fresh",
        "changed",
        "unchanged",
        "withdrawn",
        "stale",
        "quarantined",
        "rowsSm3",
        "model",
        "idle",
        "previous",
        "key"
      })
  void showTamperedText(String field) {
    SignedCertificate second = certificates.of(POLICE, 2).orElseThrow();
    // A digest may begin with any digit, also with the one that is put in its place.
    String tampered =
        Pattern.compile("(\"" + field + "\":[\"{]?)([^,}\"]?)")
            .matcher(second.content())
            .replaceFirst(found -> found.group(1) + (found.group(2).equals("9") ? "8" : "9"));
    assertThat(tampered).isNotEqualTo(second.content());
    replace(tampered, false);
    assertThat(check.verify(POLICE)).isEqualTo(new Broken(2, Fault.HASH));
    replace(tampered, true);
    assertThat(check.verify(POLICE))
        .isInstanceOfSatisfying(
            Broken.class,
            broken -> {
              assertThat(broken.number()).isEqualTo(2);
              assertThat(broken.fault()).isIn(Fault.SIGNATURE, Fault.CONTENT);
            });
  }

  @ParameterizedTest(name = "{0}: {2} at {1}")
  @DisplayName("show what was changed beside their text, and what is gone")
  @CsvSource(
      delimiter = '|',
      value = {
        "update certificate set source = 'labour' where number = 2 | 2 | NUMBER",
        "update certificate set number = 7 where number = 2        | 2 | NUMBER",
        "update certificate set pull_id = 99 where number = 2      | 2 | CONTENT",
        "update certificate set hash = 'x' where number = 2        | 2 | HASH",
        "update certificate set key_id = 'signing-9' where number = 2 | 2 | CONTENT",
        "update certificate set signature = (select signature from certificate where number = 1)"
            + " where number = 2 | 2 | SIGNATURE",
        "update certificate set recorded_at = recorded_at + interval '1 s' where number = 2"
            + " | 2 | CONTENT",
        "delete from certificate where number = 1                  | 1 | NUMBER",
        "delete from certificate where number = 2                  | 2 | NUMBER",
        "delete from certificate where number = 3                  | 3 | NUMBER",
        "update pull set fresh = 0, unchanged = 1 where id = 2     | 2 | COUNTS",
        "update pull set outcome = 'COMPLETE' where id = 2         | 2 | PULL",
        "update pull set started_at = started_at - interval '1 s' where id = 2 | 2 | PULL",
        "update pull set finished_at = finished_at + interval '1 s' where id = 2 | 2 | PULL",
        "update pull set from_start = true where id = 2            | 2 | PULL",
        "update page_digest set rows_sm3 = 'x' where pull_id = 2   | 2 | ROWS",
        "delete from page_digest where pull_id = 2                 | 2 | ROWS",
        "delete from audit_entry where object = 'police/2'         | 2 | AUDIT",
        "update audit_entry set object = 'police/9' where object = 'police/2' | 2 | AUDIT",
        "update audit_entry set detail = replace(detail, '2', '3') where object = 'police/2'"
            + " | 2 | AUDIT",
        "with gone as (delete from certificate where number = 3 returning pull_id)"
            + " delete from page_digest where pull_id in (select pull_id from gone) | 3 | NUMBER",
      })
  void showTamperedRows(String tampering, long number, Fault fault) {
    assertThat(register.sql(tampering)).isPositive();
    assertThat(check.verify(POLICE)).isEqualTo(new Broken(number, fault));
  }

  private void replace(String content, boolean digestToo) {
    String hash =
        digestToo
            ? ", hash = decode('%s', 'hex')"
                .formatted(Sm3.of(content.getBytes(StandardCharsets.UTF_8)).hex())
            : "";
    register.sql(
        "update certificate set content = '%s'%s where number = 2".formatted(content, hash));
  }

  private void pull(String outcome, String after, List<? extends Canonicalized> rows) {
    register.clock().advance(Duration.ofSeconds(1));
    long pull = pulls.begin(POLICE);
    apply(pull, after, rows);
    register.clock().advance(Duration.ofSeconds(1));
    pulls.finish(pull, outcome);
    certificates.certify(POLICE);
  }

  private void apply(long pull, String after, List<? extends Canonicalized> rows) {
    Resolver resolver = register.get(Resolver.class);
    IntakePage page = new IntakePage(POLICE, List.copyOf(rows), new Watermark(after));
    resolver.apply(pull, resolver.prepare(page), Receipts.UNWANTED);
  }

  private static Canonicalized row(String key) {
    return Rows.police(key, "欧阳测试", LocalDate.of(1990, 3, 7), key.charAt(0)).record();
  }

  private static Canonicalized aside(String text) {
    return new Quarantined(
        POLICE,
        new Position("row " + text),
        QuarantineReason.DATE_INVALID,
        "csrq",
        "cannot be",
        RawBytes.utf8(text));
  }
}
