package io.guiyi.registry.certificate;

import io.guiyi.registry.store.Transactions;
import io.guiyi.seal.Sm3;
import java.util.List;
import org.hibernate.StatelessSession;
import org.springframework.stereotype.Component;

/** Keeps, for each applied page, a digest over the digests of its rows. */
@Component
public final class PageDigests {

  /**
   * Notes a page, in the transaction that applies it.
   *
   * @param rows the keyed digest of each row, in order
   */
  public void note(long page, long pull, List<byte[]> rows) {
    Transactions.current()
        .createNativeMutationQuery(
            "insert into page_digest (page_id, pull_id, rows_sm3) values (:page, :pull, :sm3)")
        .setParameter("page", page)
        .setParameter("pull", pull)
        .setParameter("sm3", Sm3.of(rows.toArray(byte[][]::new)).bytes())
        .executeUpdate();
  }

  /** SM3 over the digests of a pull's pages, in order. */
  Sm3 ofPull(StatelessSession session, long pull) {
    return Sm3.of(
        session
            .createNativeQuery(
                "select rows_sm3 from page_digest where pull_id = :pull order by page_id",
                byte[].class)
            .setParameter("pull", pull)
            .getResultList()
            .toArray(byte[][]::new));
  }

  /** How many pages of a pull were applied. */
  long count(StatelessSession session, long pull) {
    return session
        .createNativeQuery("select count(*) from page_digest where pull_id = :pull", Long.class)
        .setParameter("pull", pull)
        .getSingleResult();
  }

  /** Forgets the pages of a pull that has no certificate. */
  void forget(StatelessSession session, long pull) {
    session
        .createNativeMutationQuery("delete from page_digest where pull_id = :pull")
        .setParameter("pull", pull)
        .executeUpdate();
  }
}
