package io.guiyi.registry.status;

import io.guiyi.registry.store.Transactions;
import io.guiyi.seal.Sm3;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;
import org.springframework.stereotype.Component;

/**
 * One hash over what the register concludes: persons, links and feed entries. Two digests are equal
 * exactly if the conclusions are; when they were drawn, and how often the sources were read, plays
 * no part.
 *
 * <p>Every row is a line of UTF-8 text, its columns parted by blanks, hashes in hexadecimal digits:
 *
 * <pre>
 * person PUBLIC_ID VERSION STANDING CONTENT_HASH     by public id
 * link SOURCE KEY_HASH PUBLIC_ID or IN_REVIEW        by source and key hash
 * feed SUBSCRIBER SEQUENCE PUBLIC_ID VERSION KIND    by subscriber and sequence
 * </pre>
 *
 * <p>Text is ordered by its bytes. With {@code D = SM3("")} at first, each {@value #CHUNK_LINES}
 * lines of a kind, and what remains of it, make {@code D = SM3(D, lines)}; the last D is the
 * digest. Memory stays small whatever the size of the register. The lines hold ids and keyed
 * hashes, no values.
 */
@Component
public final class StateDigest {
  /** Lines that are hashed together. */
  static final int CHUNK_LINES = 1_000;

  private static final String PERSONS =
      """
      select concat_ws(' ', 'person', p.public_id, p.version, p.standing,
                       encode(v.content_hash, 'hex'))
      from person p join person_version v on v.person_id = p.id and v.version = p.version
      order by p.public_id collate "C"
      """;

  private static final String LINKS =
      """
      select concat_ws(' ', 'link', r.source, encode(r.key_hash, 'hex'),
                       coalesce(p.public_id, r.standing))
      from source_record r left join person p on p.id = r.person_id
      order by r.source collate "C", r.key_hash
      """;

  private static final String ENTRIES =
      """
      select concat_ws(' ', 'feed', e.subscriber, e.sequence, p.public_id, e.person_version, e.kind)
      from feed_entry e join person p on p.id = e.person_id
      order by e.subscriber collate "C", e.sequence
      """;

  private final Transactions transactions;

  /** Digests the register of {@code transactions}. */
  public StateDigest(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * The digest of one moment: all three kinds are read in one snapshot. Call it outside of a
   * transaction: one that has already asked something cannot fix its view of the register any more,
   * and PostgreSQL refuses.
   */
  public Sm3 read() {
    return transactions.inTransaction(session -> {
      session
          .createNativeMutationQuery("set transaction isolation level repeatable read, read only")
          .executeUpdate();
      Sm3 digest = Sm3.of();
      for (String kind : new String[] {PERSONS, LINKS, ENTRIES}) {
        digest = chained(digest, session, kind);
      }
      return digest;
    });
  }

  private static Sm3 chained(Sm3 start, StatelessSession session, String query) {
    Sm3 digest = start;
    StringBuilder chunk = new StringBuilder();
    int lines = 0;
    try (Stream<String> rows =
        session
            .createNativeQuery(query, String.class)
            .setFetchSize(CHUNK_LINES)
            .setReadOnly(true)
            .getResultStream()) {
      for (String row : (Iterable<String>) rows::iterator) {
        chunk.append(row).append('\n');
        if (++lines % CHUNK_LINES == 0) {
          digest = next(digest, chunk);
        }
      }
    }
    return chunk.isEmpty() ? digest : next(digest, chunk);
  }

  private static Sm3 next(Sm3 digest, StringBuilder chunk) {
    Sm3 next = Sm3.of(digest.bytes(), chunk.toString().getBytes(StandardCharsets.UTF_8));
    chunk.setLength(0);
    return next;
  }
}
