package io.guiyi.registry;

import io.guiyi.matching.model.KeptModel;
import io.guiyi.records.Canonicalized;
import io.guiyi.records.IntakePage;
import io.guiyi.records.SourceId;
import io.guiyi.records.Watermark;
import io.guiyi.registry.intake.Pulls;
import io.guiyi.registry.leadership.Leadership;
import io.guiyi.registry.postgres.EmbeddedPostgres;
import io.guiyi.registry.postgres.PostgresSettings;
import io.guiyi.registry.resolve.IndexProgress;
import io.guiyi.registry.resolve.PageOutcome;
import io.guiyi.registry.resolve.Receipts;
import io.guiyi.registry.resolve.Resolver;
import io.guiyi.registry.store.RegisterDatabase;
import io.guiyi.registry.store.Transactions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * The whole register on a real PostgreSQL: the server is started once for all tests of a run, each
 * test begins with {@link #emptied}, and {@link #restart} is a hub that stops and starts again over
 * the same data.
 */
public final class RegisterFixture {
  /** When every test begins. */
  public static final Instant BEGIN = Instant.parse("2026-03-01T02:00:00Z");

  private static final RegisterFixture SHARED = new RegisterFixture();

  private final TestClock clock = new TestClock(BEGIN);
  private final RegisterSettings settings;
  private AnnotationConfigApplicationContext context;

  private RegisterFixture() {
    Path data = temporary();
    EmbeddedPostgres server = EmbeddedPostgres.start(PostgresSettings.in(data));
    settings =
        new RegisterSettings(
            data,
            new RegisterSettings.ExternalDatabase(
                server.jdbcUrl(), server.user(), server.password()),
            RegisterSettings.CONNECTIONS_DEFAULT,
            "test hub",
            RegisterSettings.POLICE);
    context = open();
  }

  private AnnotationConfigApplicationContext open() {
    AnnotationConfigApplicationContext opened = new AnnotationConfigApplicationContext();
    opened.registerBean(RegisterSettings.class, () -> settings);
    opened.registerBean(Clock.class, () -> clock);
    opened.registerBean(KeptModel.class, TestModel::kept);
    opened.register(RegisterConfiguration.class);
    opened.refresh();
    if (!opened.getBean(Leadership.class).lead()) {
      throw new IllegalStateException("the test hub cannot lead");
    }
    return opened;
  }

  /** The shared register, with no row in it, an empty index, and the clock at {@link #BEGIN}. */
  public static RegisterFixture emptied() {
    SHARED.clock.set(BEGIN);
    SHARED.empty();
    SHARED.get(Resolver.class).rebuildIndex(IndexProgress.NONE);
    if (!SHARED.get(Leadership.class).lead()) {
      throw new IllegalStateException("the test hub cannot lead");
    }
    return SHARED;
  }

  /** Stops the hub in good order and starts it over the same data. */
  public void restart() {
    restart(() -> {});
  }

  /** The same, with something done while no hub runs. */
  public void restart(Runnable meanwhile) {
    context.close();
    meanwhile.run();
    context = open();
  }

  /** The room of a type. */
  public <T> T get(Class<T> room) {
    return context.getBean(room);
  }

  /** The clock of all rooms. */
  public TestClock clock() {
    return clock;
  }

  /** Where the hub writes. */
  public Path data() {
    return settings.data();
  }

  /** Applies a page of a pull of its own, up to watermark {@code after}. */
  public PageOutcome apply(String source, String after, List<? extends Canonicalized> rows) {
    SourceId id = new SourceId(source);
    Resolver resolver = get(Resolver.class);
    long pull = get(Pulls.class).begin(id);
    IntakePage page = new IntakePage(id, List.copyOf(rows), new Watermark(after));
    return resolver.apply(pull, resolver.prepare(page), Receipts.UNWANTED);
  }

  /** A connection outside the pool. */
  public Connection connect() throws SQLException {
    return get(RegisterDatabase.class).connect();
  }

  /** Does what no room does, such as tampering. */
  public int sql(String statement) {
    return get(Transactions.class)
        .inTransaction(session -> session.createNativeMutationQuery(statement).executeUpdate());
  }

  /** Looks past the rooms. */
  public <T> List<T> rows(String query, Class<T> type) {
    return get(Transactions.class)
        .inTransaction(session -> session.createNativeQuery(query, type).getResultList());
  }

  /** How many rows a table holds. */
  public long count(String table) {
    return rows("select count(*) from " + table, Long.class).getFirst();
  }

  private void empty() {
    List<String> tables =
        rows(
            "select tablename::text from pg_tables where schemaname = 'public'"
                + " and tablename not in ('flyway_schema_history', 'fan_out_position', 'leader')",
            String.class);
    sql("truncate " + String.join(", ", tables));
    sql("update fan_out_position set change_id = 0");
    rows("select sequencename::text from pg_sequences where schemaname = 'public'", String.class)
        .forEach(sequence -> sql("alter sequence " + sequence + " restart"));
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("guiyi-register");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
