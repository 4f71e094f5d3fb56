package io.guiyi.registry.decision;

import io.guiyi.matching.RecordRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.springframework.stereotype.Component;

/** Keeps decisions, the models they were made with, and the history of links. */
@Component
public class Decisions {

  /** Keeps a model under its hash, unless it is kept already. */
  public void keepModel(StatelessSession session, String hash, String content, Instant recordedAt) {
    session
        .createNativeMutationQuery(
            """
            insert into model (hash, content, recorded_at) values (:hash, :content, :recordedAt)
            on conflict do nothing\
            """)
        .setParameter("hash", hash)
        .setParameter("content", content)
        .setParameter("recordedAt", recordedAt)
        .executeUpdate();
  }

  /** The model of that hash, as it was kept. */
  public Optional<String> model(StatelessSession session, String hash) {
    return Optional.ofNullable(session.get(ModelRow.class, hash)).map(row -> row.content);
  }

  /** Appends decisions and the links that follow from them. */
  public void append(
      StatelessSession session, List<DecisionRecord> decisions, List<LinkEvent> links) {
    session.insertMultiple(decisions.stream().map(DecisionRow::new).toList());
    session.insertMultiple(links.stream().map(LinkEventRow::new).toList());
  }

  /** Everything that was decided about a record, oldest first. */
  public List<DecisionRecord> about(StatelessSession session, RecordRef record) {
    return session
        .createQuery("from DecisionRow where recordId = :record order by id", DecisionRow.class)
        .setParameter("record", record.number())
        .getResultStream()
        .map(DecisionRow::read)
        .toList();
  }

  /** What was decided last about a record. */
  public Optional<DecisionRecord> last(StatelessSession session, RecordRef record) {
    return session
        .createQuery(
            "from DecisionRow where recordId = :record order by id desc", DecisionRow.class)
        .setParameter("record", record.number())
        .setMaxResults(1)
        .uniqueResultOptional()
        .map(DecisionRow::read);
  }

  /** The decision of that number. */
  public Optional<DecisionRecord> one(StatelessSession session, long number) {
    return Optional.ofNullable(session.get(DecisionRow.class, number)).map(DecisionRow::read);
  }

  /** The history of a record's link, oldest first. */
  public List<LinkEvent> links(StatelessSession session, RecordRef record) {
    return session
        .createQuery("from LinkEventRow where recordId = :record order by id", LinkEventRow.class)
        .setParameter("record", record.number())
        .getResultStream()
        .map(LinkEventRow::read)
        .toList();
  }
}
