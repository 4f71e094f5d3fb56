package io.guiyi.registry.leadership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guiyi.registry.RegisterFixture;
import io.guiyi.registry.store.Transactions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Leadership")
class LeadershipTest {
  private final RegisterFixture register = RegisterFixture.emptied();
  private final Transactions transactions = register.get(Transactions.class);
  private Leadership first;
  private Leadership second;

  @BeforeEach
  void twoHubsAndNoLeader() {
    register.get(Leadership.class).release();
    register.sql("delete from leader");
    first = new Leadership(register::connect, "first hub");
    second = new Leadership(register::connect, "second hub");
  }

  @AfterEach
  void stepDown() {
    first.close();
    second.close();
  }

  @Test
  @DisplayName("one hub leads, the other waits, and asking again changes nothing")
  void oneLeads() {
    assertThat(first.lead()).isTrue();
    assertThat(second.lead()).isFalse();
    assertThat(first.lead()).isTrue();
    assertThat(first.term()).isEqualTo(1);
    assertThat(verified(first)).isEqualTo(1);
    assertThatThrownBy(() -> verified(second))
        .isInstanceOf(NoLongerLeader.class)
        .hasMessageContaining("waits for its turn");
  }

  @Test
  @DisplayName("after a release the other hub leads the next term at once")
  void release() {
    first.lead();
    first.release();
    assertThat(first.isLeading()).isFalse();
    assertThat(second.lead()).isTrue();
    assertThat(second.term()).isEqualTo(2);
  }

  @Test
  @DisplayName("when the leader's session is killed the other takes over with the next term")
  void killedSession() {
    first.lead();
    killLeader();
    awaitLead(second);
    assertThat(second.term()).isEqualTo(2);
    assertThat(first.isLeading()).as("it has not noticed yet").isTrue();
    assertThatThrownBy(() -> verified(first))
        .isInstanceOf(NoLongerLeader.class)
        .hasMessageContaining("led term 1")
        .hasMessageContaining("in term 2");
    assertThat(first.renew()).isFalse();
    assertThat(first.isLeading()).isFalse();
    assertThat(first.lead()).as("the second hub leads now").isFalse();
  }

  @Test
  @DisplayName("a leader that lost its session leads on in the next term if nobody took over")
  void leadsOn() {
    first.lead();
    killLeader();
    awaitLead(first);
    assertThat(first.term()).isEqualTo(2);
    assertThat(verified(first)).isEqualTo(2);
  }

  @Test
  @DisplayName("a stale leader's transaction is rolled back whole")
  void staleTermRefusedInside() {
    first.lead();
    register.sql("update leader set term = 7, holder = 'another hub'");
    assertThatThrownBy(() ->
            transactions.runInTransaction(session -> {
              register.sql("insert into pull values (99, 'police', now())");
              first.verify();
            }))
        .isInstanceOf(NoLongerLeader.class);
    assertThat(register.rows("select count(*) from pull", Long.class)).containsExactly(0L);
    assertThat(first.renew()).as("the term is another's").isFalse();
  }

  @Test
  @DisplayName("a lease that has run out is refused until it is renewed")
  void leaseRunsOut() {
    first.lead();
    register.sql("update leader set until = clock_timestamp() - interval '1 ms'");
    assertThatThrownBy(() -> verified(first))
        .isInstanceOf(NoLongerLeader.class)
        .hasMessageContaining("run out");
    assertThat(first.renew()).isTrue();
    assertThat(verified(first)).isEqualTo(1);
  }

  @Test
  @DisplayName("a take-over waits for the transaction that was let in; renewals do not")
  void takeOverWaits() throws Exception {
    first.lead();
    CountDownLatch letIn = new CountDownLatch(1);
    CountDownLatch finish = new CountDownLatch(1);
    CompletableFuture<Void> page =
        CompletableFuture.runAsync(
            () ->
                transactions.runInTransaction(session -> {
                  first.verify();
                  letIn.countDown();
                  await(finish);
                }),
            Thread::startVirtualThread);
    await(letIn);
    assertThat(first.renew()).as("renewed beside an open page").isTrue();
    killLeader();
    CompletableFuture<Void> takeOver =
        CompletableFuture.runAsync(() -> awaitLead(second), Thread::startVirtualThread);
    awaitWaitingForRow();
    assertThat(takeOver).isNotDone();
    finish.countDown();
    page.get(10, TimeUnit.SECONDS);
    takeOver.get(10, TimeUnit.SECONDS);
    assertThat(second.term()).isEqualTo(2);
  }

  @Test
  @DisplayName("the session that elects is ended by the server if it stays idle for a lease")
  void idleSession() throws SQLException {
    AtomicReference<Connection> own = new AtomicReference<>();
    try (Leadership hub =
        new Leadership(
            () -> {
              own.set(register.connect());
              return own.get();
            },
            "watched hub")) {
      assertThat(hub.lead()).isTrue();
      try (Statement statement = own.get().createStatement();
          ResultSet shown = statement.executeQuery("show idle_session_timeout")) {
        assertThat(shown.next()).isTrue();
        assertThat(shown.getString(1)).isEqualTo(Leadership.LEASE.toSeconds() + "s");
      }
    }
    assertThat(Leadership.RENEW_EVERY.multipliedBy(2)).isLessThan(Leadership.LEASE);
  }

  @Test
  @DisplayName("verifying outside of a transaction is a fault of the caller")
  void outsideOfTransaction() {
    first.lead();
    assertThatThrownBy(first::verify).isInstanceOf(IllegalStateException.class);
  }

  @Test
  @DisplayName("a hub whose database cannot be asked does not lead")
  void noDatabase() {
    Leadership blind =
        new Leadership(
            () -> {
              throw new SQLException("connection refused", "08001");
            },
            "blind hub");
    assertThat(blind.lead()).isFalse();
    assertThat(blind.term()).isZero();
  }

  private long verified(Leadership hub) {
    return transactions.inTransaction(session -> hub.verify());
  }

  private void killLeader() {
    register.rows(
        "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'",
        Boolean.class);
  }

  private void awaitLead(Leadership hub) {
    Awaitility.await().atMost(Duration.ofSeconds(10)).until(hub::lead);
  }

  private void awaitWaitingForRow() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(() ->
            register
                    .rows(
                        "select count(*) from pg_stat_activity where wait_event_type = 'Lock'",
                        Long.class)
                    .getFirst()
                == 1L);
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException("not reached within 10 s");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
