package io.guiyi.registry.resolve;

import io.guiyi.matching.Matcher;
import io.guiyi.records.CanonicalRecord;
import io.guiyi.records.Canonicalized;
import io.guiyi.records.IntakePage;
import io.guiyi.records.Quarantined;
import io.guiyi.records.SourceVersion;
import io.guiyi.registry.person.LookUpKeys;
import io.guiyi.registry.record.RecordContent;
import io.guiyi.registry.store.RegisterJson;
import io.guiyi.seal.KeyedHash;
import io.guiyi.seal.LookupHash;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Works out what needs no database: canonical form, digest, keyed hashes and profile of each row.
 */
final class Preparation {
  private static final String SOURCE_KEY = "source-key";
  private static final String CONTENT = "record-content";

  private final KeyedHash hash;
  private final LookUpKeys lookUp;
  private final Matcher matcher;

  Preparation(KeyedHash hash, LookUpKeys lookUp, Matcher matcher) {
    this.hash = hash;
    this.lookUp = lookUp;
    this.matcher = matcher;
  }

  PreparedPage prepare(IntakePage page) {
    List<PreparedRow> rows =
        page.rows().parallelStream().map(this::prepare).collect(Collectors.toList());
    return new PreparedPage(page.source(), rows, page.after());
  }

  private PreparedRow prepare(Canonicalized row) {
    return switch (row) {
      case Quarantined refused -> new PreparedRow.Refused(refused);
      case CanonicalRecord record -> understood(record);
    };
  }

  private PreparedRow understood(CanonicalRecord row) {
    RecordContent content = RecordContent.of(row);
    String canonical = RegisterJson.text(content);
    return new PreparedRow.Understood(
        row.key(),
        hash.hashes(SOURCE_KEY, row.key().source() + "\n" + row.key().key()),
        version(row.origin().version()),
        content,
        canonical.getBytes(StandardCharsets.UTF_8),
        hash.hash(CONTENT, canonical),
        matcher.profile(row.who()),
        lookUp.number(row.who()).orElse(null),
        lookUp.nameAndBirth(row.who()).orElse(null),
        row.origin().payload(),
        row.position());
  }

  /** The database keeps microseconds: a version must equal itself after it was stored. */
  private static SourceVersion version(SourceVersion given) {
    return new SourceVersion(given.changedAt().truncatedTo(ChronoUnit.MICROS), given.sequence());
  }

  /** Whether {@code held} is the digest of the row's content, also under an older key. */
  boolean isContent(LookupHash held, PreparedRow.Understood row) {
    if (held.keyId().equals(row.digest().keyId())) {
      return held.equals(row.digest());
    }
    return hash.matches(held, CONTENT, new String(row.canonical(), StandardCharsets.UTF_8));
  }
}
