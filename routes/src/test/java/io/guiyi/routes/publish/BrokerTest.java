package io.guiyi.routes.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.file.Path;
import java.util.List;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The embedded broker")
class BrokerTest {
  private static final List<String> SUBSCRIBERS = List.of("school", "clinic");
  private static final long PATIENCE_MS = 5_000;

  @TempDir private Path folder;

  @Test
  @DisplayName("is active again on its own journal, with the messages it held")
  void restart() throws JMSException {
    try (Broker broker = start()) {
      send(broker.connectionFactory(), "feed.school", "kept");
    }
    try (Broker again = start()) {
      assertThat(again.isActive()).isTrue();
      assertThat(receive(as(again, "school"), "feed.school")).isEqualTo("kept");
    }
  }

  @Test
  @DisplayName("drops a message whose duplicate id it has seen, also after a restart")
  void duplicates() throws JMSException {
    try (Broker broker = start()) {
      sendWithId(broker.connectionFactory(), "school:1");
    }
    try (Broker again = start()) {
      assertThatThrownBy(() -> sendWithId(again.connectionFactory(), "school:1"))
          .isInstanceOf(JMSException.class);
      assertThat(again.depths(List.of("feed.school"))).containsEntry("feed.school", 1L);
    }
  }

  @Test
  @DisplayName("lets a subscriber read its own feed and nothing else")
  void permissions() throws JMSException {
    try (Broker broker = start()) {
      send(broker.connectionFactory(), "feed.school", "for the school");
      assertThatThrownBy(() -> receive(as(broker, "clinic"), "feed.school"))
          .isInstanceOf(JMSSecurityException.class);
      assertThatThrownBy(() -> send(as(broker, "school"), "feed.school", "forged"))
          .isInstanceOf(JMSSecurityException.class);
      assertThatThrownBy(() -> send(as(broker, "clinic"), "taken.school", "forged"))
          .isInstanceOf(JMSSecurityException.class);
      assertThatThrownBy(() -> receive(as(broker, "school"), Broker.DEAD_LETTER))
          .isInstanceOf(JMSSecurityException.class);
      assertThat(receive(as(broker, "school"), "feed.school")).isEqualTo("for the school");
    }
  }

  @Test
  @DisplayName("keeps a message that is refused ten times as a dead letter")
  void deadLetter() throws JMSException {
    try (Broker broker = start()) {
      send(broker.connectionFactory(), "feed.school", "poison");
      for (int delivery = 0; delivery < 10; delivery++) {
        refuse(as(broker, "school"), "feed.school");
      }
      assertThat(receive(broker.connectionFactory(), Broker.DEAD_LETTER)).isEqualTo("poison");
    }
  }

  private Broker start() {
    return Broker.start(BrokerSettings.embedded(folder, 0), SUBSCRIBERS);
  }

  private static ConnectionFactory as(Broker broker, String user) {
    return new ActiveMQConnectionFactory(broker.url(), user, broker.password(user));
  }

  private static void send(ConnectionFactory factory, String queue, String text)
      throws JMSException {
    try (Connection connection = factory.createConnection();
        Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE)) {
      session.createProducer(session.createQueue(queue)).send(session.createTextMessage(text));
    }
  }

  private static void sendWithId(ConnectionFactory factory, String id) throws JMSException {
    try (Connection connection = factory.createConnection();
        Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
      TextMessage message = session.createTextMessage(id);
      message.setStringProperty("_AMQ_DUPL_ID", id);
      session.createProducer(session.createQueue("feed.school")).send(message);
      session.commit();
    }
  }

  private static String receive(ConnectionFactory factory, String queue) throws JMSException {
    try (Connection connection = factory.createConnection();
        Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE)) {
      connection.start();
      Message message = session.createConsumer(session.createQueue(queue)).receive(PATIENCE_MS);
      assertThat(message).as("a message on " + queue).isNotNull();
      return message.getBody(String.class);
    }
  }

  private static void refuse(ConnectionFactory factory, String queue) throws JMSException {
    try (Connection connection = factory.createConnection();
        Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
      connection.start();
      session.createConsumer(session.createQueue(queue)).receive(PATIENCE_MS);
      session.rollback();
    }
  }
}
