package io.guiyi.routes.publish;

import io.guiyi.registry.feed.FeedEntries;
import io.guiyi.registry.feed.FeedEntry;
import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one subscriber's feed entries in order. One relay for each subscriber, and one thread in
 * it: two would lose the order.
 *
 * <p>A batch is one transacted send; only when the broker has it, the register notes how far it was
 * sent. A crash between the two sends the batch again under the same duplicate ids. The broker
 * refuses a transaction in which any id is known, so such a batch is sent once more one by one, and
 * each refusal there means "already taken".
 */
public final class Relay {
  private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
  private static final String DUPLICATE_ID = "_AMQ_DUPL_ID";
  private static final int BATCH = 200;
  private static final int MAX_BATCHES_A_TURN = 50;

  private final String subscriber;
  private final FeedEntries entries;
  private final EntryEvent event;
  private final ConnectionFactory broker;

  /** A relay for {@code subscriber}. */
  public Relay(String subscriber, FeedEntries entries, EntryEvent event, ConnectionFactory broker) {
    this.subscriber = subscriber;
    this.entries = entries;
    this.event = event;
    this.broker = broker;
  }

  /**
   * Sends what waits, at most {@value #MAX_BATCHES_A_TURN} batches of {@value #BATCH}.
   *
   * @return how many entries were sent
   * @throws BrokerUnavailable if the broker took less; what it took is noted or will be refused as
   *     a duplicate next time
   */
  public int send() {
    List<FeedEntry> batch = entries.unsent(subscriber, BATCH);
    if (batch.isEmpty()) {
      return 0;
    }
    int sent = 0;
    try (Connection connection = broker.createConnection();
        Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
      MessageProducer producer = session.createProducer(session.createQueue(queue()));
      producer.setDeliveryMode(DeliveryMode.PERSISTENT);
      for (int turn = 0; turn < MAX_BATCHES_A_TURN && !batch.isEmpty(); turn++) {
        sendBatch(session, producer, batch);
        entries.markSent(subscriber, batch.getLast().sequence());
        sent += batch.size();
        batch = entries.unsent(subscriber, BATCH);
      }
      return sent;
    } catch (JMSException e) {
      throw new BrokerUnavailable(
          "entries for %s wait: %s".formatted(subscriber, e.getMessage()), e);
    }
  }

  private void sendBatch(Session session, MessageProducer producer, List<FeedEntry> batch)
      throws JMSException {
    try {
      for (FeedEntry entry : batch) {
        producer.send(message(session, entry));
      }
      session.commit();
    } catch (JMSException e) {
      session.rollback();
      LOG.info(
          "{}: a batch was refused ({}); sending its {} entries one by one",
          subscriber,
          e.getErrorCode(),
          batch.size());
      sendOneByOne(session, producer, batch);
    }
  }

  private void sendOneByOne(Session session, MessageProducer producer, List<FeedEntry> batch)
      throws JMSException {
    for (FeedEntry entry : batch) {
      try {
        producer.send(message(session, entry));
        session.commit();
      } catch (JMSException e) {
        session.rollback();
        if (!isDuplicate(e)) {
          throw e;
        }
      }
    }
  }

  private static boolean isDuplicate(JMSException refusal) {
    for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
      if (cause instanceof org.apache.activemq.artemis.api.core.ActiveMQDuplicateIdException) {
        return true;
      }
    }
    return false;
  }

  private BytesMessage message(Session session, FeedEntry entry) throws JMSException {
    String id = EntryEvent.id(entry.subscriber(), entry.sequence());
    BytesMessage message = session.createBytesMessage();
    message.writeBytes(event.write(entry));
    message.setStringProperty(DUPLICATE_ID, id);
    message.setStringProperty("content_type", EntryEvent.CONTENT_TYPE);
    message.setLongProperty("sequence", entry.sequence());
    return message;
  }

  private String queue() {
    return Broker.feedQueue(subscriber);
  }
}
