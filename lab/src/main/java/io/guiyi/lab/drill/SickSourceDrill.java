package io.guiyi.lab.drill;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One department is sick, the other is not. Trouble after trouble strikes police or health while
 * both deliver new rows; the labour department must not notice, the sick one must be read to the
 * last row when it is well again, and nothing may leak.
 */
final class SickSourceDrill implements Drill {
  private static final double OTHERS_WITHIN_S = 5;
  private static final double RECOVERED_WITHIN_S = 30;
  private static final long THREADS_MORE_MAX = 12;

  private final Sickness sickness;

  SickSourceDrill(Sickness sickness) {
    this.sickness = sickness;
  }

  /** What the department suffers from. */
  enum Sickness {
    /** R8: slow, dripping, breaking off, resetting. */
    SLOW(
        "slow",
        "A department is slow, drips, breaks off and resets connections: the others are read as",
        "ever, the breaker opens and closes again, no thread is left over, no row is lost.",
        "某部门响应缓慢、断流或重置连接：其他部门不受影响，熔断器断开并恢复，无线程泄漏，无数据丢失。"),
    /** R9: too many requests, server errors, redirects. */
    THROTTLED(
        "throttled",
        "A department asks to come later, fails in bursts and redirects elsewhere: its wish is",
        "obeyed, credentials never follow a redirect, no row is lost.",
        "某部门限流、连续报错或重定向：遵从其等待要求，凭据绝不随重定向外泄，无数据丢失。"),
    /** R10: pages that shift, cursors that expire, answers that are none. */
    MISPAGED(
        "mispaged",
        "Pages shift, cursors expire, answers are no JSON: all of it is noticed, the watermark",
        "never passes a row that was not read, no row is lost.",
        "分页错位、游标过期、返回非 JSON：均能发现，水位线不越过未读数据，无数据丢失。");

    private final String label;
    private final List<String> description;

    Sickness(String label, String... description) {
      this.label = label;
      this.description = List.of(description);
    }

    private List<Trouble> troubles() {
      return switch (this) {
        case SLOW ->
            List.of(
                Trouble.SLOW_BODY,
                Trouble.CONNECTION_RESET,
                Trouble.BROKEN_OFF,
                Trouble.TOO_MUCH_OR_NOTHING);
        case THROTTLED ->
            List.of(Trouble.TOO_MANY_REQUESTS, Trouble.SERVER_ERROR, Trouble.REDIRECT);
        case MISPAGED -> List.of(Trouble.SHIFTED_PAGE, Trouble.EXPIRED_CURSOR, Trouble.NOT_JSON);
      };
    }
  }

  @Override
  public String name() {
    return sickness.label;
  }

  @Override
  public List<String> description() {
    return sickness.description;
  }

  @Override
  public Size size() {
    return new Size("troubles", 6, 60, 10_000);
  }

  @Override
  public List<String> sources() {
    return List.of("police", "health");
  }

  @Override
  public DrillReport hold(DrillOrders orders) throws InterruptedException, IOException {
    AtomicLong strayed = new AtomicLong();
    HttpServer elsewhere = elsewhere(strayed);
    try (TwoSources two = TwoSources.open(orders.folder(this), orders)) {
      String address = "http://127.0.0.1:%d/".formatted(elsewhere.getAddress().getPort());
      List<Trouble> troubles = sickness.troubles();
      Random chance = new Random(orders.seed());
      Figures figures = new Figures();
      for (int i = 0; i < orders.size(); i++) {
        // Each kind comes before any comes again.
        Trouble trouble = troubles.get(i < troubles.size() ? i : chance.nextInt(troubles.size()));
        figures.strike(two, trouble, address);
        int done = i + 1;
        orders.progress().count(() -> "%d of %d troubles".formatted(done, orders.size()));
      }
      return figures.report(two, orders.source(), strayed.get(), sickness);
    } finally {
      elsewhere.stop(0);
    }
  }

  /** Another host, which must never hear of us. */
  private static HttpServer elsewhere(AtomicLong strayed) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          strayed.incrementAndGet();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    return server;
  }

  /** What is measured while trouble after trouble strikes. */
  private static final class Figures {
    private double othersSlowest;
    private double recoverySlowest;
    private Duration shortestPeace = Duration.ofDays(1);
    private int troubles;

    void strike(TwoSources two, Trouble trouble, String elsewhere) throws InterruptedException {
      Duration peace = two.strike(trouble, elsewhere);
      if (trouble == Trouble.TOO_MANY_REQUESTS && peace.compareTo(shortestPeace) < 0) {
        shortestPeace = peace;
      }
      othersSlowest = Math.max(othersSlowest, two.labourTakes());
      recoverySlowest = Math.max(recoverySlowest, two.sickRecovers());
      troubles++;
    }

    DrillReport report(TwoSources two, String source, long strayed, Sickness sickness) {
      DrillReport.Sheet sheet =
          new DrillReport.Sheet()
              .figure("troubles", troubles)
              .figure("source", source)
              .figure(source + "_rows", two.sickRows())
              .exactly(source + "_records", two.sickRows(), two.held(source))
              .figure("labour_rows", two.labourRows())
              .exactly("labour_records", two.labourKeys(), two.held("labour"))
              .atMost("other_source_seconds_max", OTHERS_WITHIN_S, tenths(othersSlowest))
              .atMost("recovery_seconds_max", RECOVERED_WITHIN_S, tenths(recoverySlowest))
              .atMost("threads_left_over", THREADS_MORE_MAX, Math.max(0, two.threadsMore()))
              .exactly("requests_that_followed_a_redirect", 0, strayed);
      switch (sickness) {
        case SLOW -> sheet.atLeast("breaker_opened", 1, two.breakerOpened());
        case THROTTLED ->
            sheet.atLeast(
                "retry_after_obeyed_ms",
                SickDepartment.RETRY_AFTER.toMillis(),
                shortestPeace.toMillis());
        case MISPAGED -> sheet.figure("breaker_opened", two.breakerOpened());
      }
      return sheet.done();
    }

    private static double tenths(double seconds) {
      return Math.ceil(seconds * 10) / 10;
    }
  }
}
