package io.guiyi.routes.publish;

import jakarta.jms.ConnectionFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;
import org.jspecify.annotations.Nullable;

/**
 * The message broker, embedded or external.
 *
 * <p>Every subscriber has a user of its own, a queue that only it may read ({@code feed.NAME}) and
 * one that only it may write ({@code taken.NAME}). The embedded broker listens on loopback; a city
 * that wants more runs its own Artemis and gives its address. A message that cannot be delivered
 * goes to the queue {@code dead-letter}: without one Artemis deletes it.
 */
public final class Broker implements AutoCloseable {
  /** Where messages go that were refused ten times. */
  public static final String DEAD_LETTER = "dead-letter";

  private static final String HUB = "hub";
  private static final int MAX_DELIVERIES = 10;
  private static final long PAGE_BYTES = 10L << 20;
  private static final long ADDRESS_BYTES = 100L << 20;
  private static final int DUPLICATE_IDS = 20_000;
  private static final long MAX_PAUSE_MS = 30_000;

  /** The broker takes no message while the disk is fuller than this; PostgreSQL needs the rest. */
  private static final int DISK_PERCENT = 95;

  private final @Nullable EmbeddedActiveMQ embedded;
  private final String url;
  private final ActiveMQConnectionFactory factory;
  private final BrokerPasswords passwords;

  private Broker(
      @Nullable EmbeddedActiveMQ embedded,
      String url,
      ActiveMQConnectionFactory factory,
      BrokerPasswords passwords) {
    this.embedded = embedded;
    this.passwords = passwords;
    this.url = url;
    this.factory = factory;
  }

  /** The queue of a subscriber. */
  public static String feedQueue(String subscriber) {
    return "feed." + subscriber;
  }

  /** The queue on which a subscriber says what it has taken. */
  public static String takenQueue(String subscriber) {
    return "taken." + subscriber;
  }

  /**
   * Starts the embedded broker or connects to the external one.
   *
   * @param subscribers the names of the subscribers, each of which gets its queues and user
   * @throws BrokerUnavailable if it does not become active
   */
  public static Broker start(BrokerSettings settings, List<String> subscribers) {
    return settings.externalUrl().isPresent()
        ? external(settings)
        : embedded(settings, subscribers);
  }

  private static Broker external(BrokerSettings settings) {
    String url = settings.externalUrl().orElseThrow();
    String password =
        settings
            .passwordFile()
            .map(file -> {
              try {
                return Files.readString(file).strip();
              } catch (IOException e) {
                throw new UncheckedIOException("broker password file cannot be read: " + file, e);
              }
            })
            .orElse("");
    return new Broker(
        null,
        url,
        connect(url, settings.user().orElse(HUB), password),
        new BrokerPasswords(settings.directory().resolve("users")));
  }

  private static Broker embedded(BrokerSettings settings, List<String> subscribers) {
    int port = settings.port() == 0 ? freePort() : settings.port();
    BrokerPasswords passwords = new BrokerPasswords(settings.directory().resolve("users"));
    SecurityConfiguration users = new SecurityConfiguration();
    users.addUser(HUB, passwords.of(HUB));
    users.addRole(HUB, HUB);
    for (String subscriber : subscribers) {
      users.addUser(subscriber, passwords.of(subscriber));
      users.addRole(subscriber, subscriber);
    }
    EmbeddedActiveMQ server = new EmbeddedActiveMQ();
    server.setConfiguration(configuration(settings.directory(), port, subscribers));
    server.setSecurityManager(
        new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users));
    try {
      server.start();
    } catch (Exception e) {
      throw new BrokerUnavailable("the embedded broker did not start: " + e.getMessage(), e);
    }
    // start() returns even when the journal could not be opened; only isActive() tells.
    if (!server.getActiveMQServer().isActive()) {
      stop(server);
      throw new BrokerUnavailable(
          "the embedded broker on %s did not become active; its log names the cause"
              .formatted(settings.directory()),
          null);
    }
    String inVm = "vm://" + port;
    return new Broker(
        server, "tcp://127.0.0.1:" + port, connect(inVm, HUB, passwords.of(HUB)), passwords);
  }

  private static ActiveMQConnectionFactory connect(String url, String user, String password) {
    ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url, user, password);
    factory.setBlockOnDurableSend(true);
    return factory;
  }

  private static Configuration configuration(Path directory, int port, List<String> subscribers) {
    Configuration configuration =
        new ConfigurationImpl()
            .setName("guiyi")
            .setJournalDirectory(directory.resolve("journal").toString())
            .setBindingsDirectory(directory.resolve("bindings").toString())
            .setLargeMessagesDirectory(directory.resolve("large").toString())
            .setPagingDirectory(directory.resolve("paging").toString())
            .setPersistenceEnabled(true)
            .setJournalType(JournalType.NIO)
            .setJournalSyncTransactional(true)
            .setJournalSyncNonTransactional(true)
            .setIDCacheSize(DUPLICATE_IDS)
            .setPersistIDCache(true)
            .setMaxDiskUsage(DISK_PERCENT)
            .setJMXManagementEnabled(false)
            .setSecurityEnabled(true);
    try {
      configuration.addAcceptorConfiguration("in-vm", "vm://" + port);
      configuration.addAcceptorConfiguration(
          "loopback", "tcp://127.0.0.1:" + port + "?protocols=CORE");
    } catch (Exception e) {
      throw new BrokerUnavailable("the broker's addresses are not understood", e);
    }
    configuration.addAddressSetting("#", everyAddress());
    // Only an outage of the database can refuse an acknowledgement; it waits as long as that lasts.
    configuration.addAddressSetting(
        takenQueue("#"),
        everyAddress()
            .setMaxDeliveryAttempts(-1)
            .setRedeliveryMultiplier(2)
            .setMaxRedeliveryDelay(MAX_PAUSE_MS));
    addQueue(configuration, DEAD_LETTER);
    configuration.putSecurityRoles("#", Set.of(everything(HUB)));
    for (String subscriber : subscribers) {
      addQueue(configuration, feedQueue(subscriber));
      addQueue(configuration, takenQueue(subscriber));
      configuration.putSecurityRoles(
          feedQueue(subscriber), Set.of(everything(HUB), reader(subscriber)));
      configuration.putSecurityRoles(
          takenQueue(subscriber), Set.of(everything(HUB), writer(subscriber)));
    }
    return configuration;
  }

  private static AddressSettings everyAddress() {
    return new AddressSettings()
        .setDeadLetterAddress(SimpleString.of(DEAD_LETTER))
        .setExpiryAddress(SimpleString.of(DEAD_LETTER))
        .setMaxDeliveryAttempts(MAX_DELIVERIES)
        .setRedeliveryDelay(1_000)
        .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
        .setMaxSizeBytes(ADDRESS_BYTES)
        .setPageSizeBytes((int) PAGE_BYTES)
        .setAutoCreateAddresses(false)
        .setAutoCreateQueues(false)
        .setAutoDeleteQueues(false)
        .setAutoDeleteAddresses(false);
  }

  private static void addQueue(Configuration configuration, String name) {
    configuration.addAddressConfiguration(
        new CoreAddressConfiguration()
            .setName(name)
            .addRoutingType(RoutingType.ANYCAST)
            .addQueueConfig(
                QueueConfiguration.of(name)
                    .setAddress(name)
                    .setRoutingType(RoutingType.ANYCAST)
                    .setDurable(true)));
  }

  private static Role everything(String role) {
    return new Role(role, true, true, true, true, true, true, true, true, true, true, false, false);
  }

  private static Role reader(String role) {
    return new Role(
        role, false, true, false, false, false, false, false, true, false, false, false, false);
  }

  private static Role writer(String role) {
    return new Role(
        role, true, false, false, false, false, false, false, false, false, false, false, false);
  }

  /** The password of a subscriber's own user; empty for an external broker, which keeps its own. */
  public String password(String subscriber) {
    return embedded == null ? "" : passwords.of(subscriber);
  }

  /** A factory for the hub's own connections. */
  public ConnectionFactory connectionFactory() {
    return factory;
  }

  /** Where subscribers connect. */
  public String url() {
    return url;
  }

  /** True if messages can be sent now. */
  public boolean isActive() {
    if (embedded != null) {
      return embedded.getActiveMQServer().isActive();
    }
    try (var connection = factory.createConnection()) {
      return connection != null;
    } catch (jakarta.jms.JMSException e) {
      return false;
    }
  }

  /** How many messages wait in each queue; empty for an external broker. */
  public Map<String, Long> depths(List<String> queues) {
    if (embedded == null) {
      return Map.of();
    }
    Map<String, Long> depths = new java.util.TreeMap<>();
    for (String queue : queues) {
      var found = embedded.getActiveMQServer().locateQueue(queue);
      if (found != null) {
        depths.put(queue, found.getMessageCount());
      }
    }
    return depths;
  }

  @Override
  public void close() {
    factory.close();
    if (embedded != null) {
      stop(embedded);
    }
  }

  private static void stop(EmbeddedActiveMQ server) {
    try {
      server.stop();
    } catch (Exception e) {
      throw new BrokerUnavailable("the embedded broker did not stop cleanly", e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("no free loopback port for the broker", e);
    }
  }
}
