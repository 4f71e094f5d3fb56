package io.guiyi.registry.change;

import java.util.List;
import org.hibernate.StatelessSession;
import org.springframework.stereotype.Component;

/**
 * The ordered changes of persons: what the index keeps in step with, and what the fan-out reads.
 */
@Component
public class PersonChanges {

  /** Appends changes; their numbers must be above all that were committed before. */
  public void append(StatelessSession session, List<PersonChange> changes) {
    session.insertMultiple(changes.stream().map(PersonChangeRow::new).toList());
  }

  /** The number of the last change; 0 if there is none. */
  public long last(StatelessSession session) {
    return session
        .createQuery("select coalesce(max(id), 0L) from PersonChangeRow", Long.class)
        .getSingleResult();
  }

  /** The changes after {@code position}, in order, at most {@code limit}. */
  public List<PersonChange> after(StatelessSession session, long position, int limit) {
    return session
        .createQuery("from PersonChangeRow where id > :position order by id", PersonChangeRow.class)
        .setParameter("position", position)
        .setMaxResults(limit)
        .getResultStream()
        .map(PersonChangeRow::read)
        .toList();
  }

  /** The last applied page that changed a person up to change {@code id}; 0 if none did. */
  public long pageOf(StatelessSession session, long id) {
    return session
        .createQuery(
            "select pageId from PersonChangeRow where id <= :id and pageId is not null"
                + " order by id desc",
            Long.class)
        .setParameter("id", id)
        .setMaxResults(1)
        .uniqueResultOptional()
        .orElse(0L);
  }
}
