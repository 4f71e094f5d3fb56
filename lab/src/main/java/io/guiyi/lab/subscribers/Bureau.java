package io.guiyi.lab.subscribers;

import io.guiyi.seal.SubscriberSeal;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One bureau that reads its feed: a batch of messages, their effects in the inbox, the word to the
 * hub how far it has come, and only then the confirmation to the broker, all but the inbox in one
 * transaction of the broker. A crash anywhere repeats messages, never effects.
 */
public final class Bureau implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Bureau.class);
  private static final int BATCH = 200;
  private static final long IDLE_MS = 200;
  private static final long NEXT_MS = 20;

  private final String name;
  private final String url;
  private final String password;
  private final SubscriberSeal seal;
  private final Inbox inbox;
  private final AtomicBoolean open = new AtomicBoolean(true);
  private final Thread reader;
  private volatile @Nullable RuntimeException broken;

  /**
   * Starts reading.
   *
   * @param name the subscriber's name
   * @param url the broker's address
   * @param password of the subscriber's own user
   * @param seal opens messages with the subscriber's key
   * @param inbox the file of applied entries
   */
  public Bureau(String name, String url, String password, SubscriberSeal seal, Path inbox) {
    this.name = name;
    this.url = url;
    this.password = password;
    this.seal = seal;
    this.inbox = Inbox.open(inbox);
    this.reader = Thread.ofPlatform().name("bureau-" + name).daemon().start(this::readOn);
  }

  private void readOn() {
    while (open.get()) {
      try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url, name, password);
          Connection connection = factory.createConnection();
          Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
        connection.start();
        read(session);
      } catch (JMSException e) {
        LOG.debug("{}: the broker is away ({}); trying again", name, e.getMessage());
        pause();
      } catch (RuntimeException e) {
        broken = e;
        return;
      }
    }
  }

  private void read(Session session) throws JMSException {
    Queue feed = session.createQueue("feed." + name);
    MessageProducer taken = session.createProducer(session.createQueue("taken." + name));
    try (MessageConsumer consumer = session.createConsumer(feed)) {
      while (open.get()) {
        List<Message> batch = receive(consumer);
        if (!batch.isEmpty()) {
          inbox.apply(fresh(batch));
          taken.send(
              session.createTextMessage("{\"takenThrough\": %d}".formatted(inbox.through())));
          session.commit();
        }
      }
    }
  }

  private static List<Message> receive(MessageConsumer consumer) throws JMSException {
    List<Message> batch = new ArrayList<>(BATCH);
    @Nullable Message next = consumer.receive(IDLE_MS);
    while (next != null) {
      batch.add(next);
      next = batch.size() < BATCH ? consumer.receive(NEXT_MS) : null;
    }
    return batch;
  }

  /**
   * The entries of {@code batch} that were not applied before, each opened to prove that it can be.
   */
  private List<Long> fresh(List<Message> batch) throws JMSException {
    List<Long> fresh = new ArrayList<>(batch.size());
    Set<Long> inBatch = new HashSet<>();
    for (Message message : batch) {
      JsonNode event = JsonMapper.shared().readTree(message.getBody(byte[].class));
      long sequence = sequence(event.path("id").asString());
      if (!inbox.has(sequence) && inBatch.add(sequence)) {
        byte[] sealed = Base64.getDecoder().decode(event.path("data_base64").asString());
        JsonNode data = JsonMapper.shared().readTree(seal.open(name, sequence, sealed));
        if (!data.path("personId").asString().equals(event.path("subject").asString())) {
          throw new IllegalStateException("entry %d speaks of two persons".formatted(sequence));
        }
        fresh.add(sequence);
      }
    }
    return fresh;
  }

  private long sequence(String id) {
    if (!id.startsWith(name + ":")) {
      throw new IllegalStateException("an entry with the id %s came to %s".formatted(id, name));
    }
    return Long.parseLong(id.substring(name.length() + 1));
  }

  private static void pause() {
    try {
      Thread.sleep(IDLE_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Tells whether the bureau still reads.
   *
   * @throws IllegalStateException if it met an entry that it cannot read
   */
  public void refuseIfBroken() {
    if (broken != null) {
      throw new IllegalStateException(name + " reads no further", broken);
    }
  }

  /** How many entries took effect, ever. */
  public long effects() {
    return inbox.effects();
  }

  /** How many effects were repetitions. */
  public long twice() {
    return inbox.twice();
  }

  @Override
  public void close() {
    open.set(false);
    try {
      reader.join(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    inbox.close();
  }
}
