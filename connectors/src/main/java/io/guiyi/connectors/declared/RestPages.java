package io.guiyi.connectors.declared;

import io.guiyi.connectors.Secret;
import io.guiyi.connectors.SettingCheck;
import io.guiyi.connectors.SettingFault;
import io.guiyi.connectors.http.HttpSettings;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of JSON objects that is asked for page by page over HTTP.
 *
 * <p>Paths lead through objects by names with dots between, such as {@code data.rows}; the empty
 * path is the answer itself. A field inside an object of a row is the column {@code object.field}.
 *
 * @param http where, and how patiently
 * @param access how we say who we are
 * @param rowsAt path to the list
 * @param totalAt path to the number of all rows; null if the department does not say it
 * @param paging how one page leads to the next
 * @param sizeParameter the query's parameter for the rows of a page; empty if there is none
 * @param pageSize how many rows a page may hold; 1 to 2,000
 * @param since how only newer rows are asked for; null if always all are
 */
public record RestPages(
    HttpSettings http,
    Access access,
    String rowsAt,
    @Nullable String totalAt,
    Paging paging,
    String sizeParameter,
    int pageSize,
    @Nullable Since since)
    implements Protocol {

  /** How we say who we are. */
  public sealed interface Access {
    /** Not at all. */
    record Open() implements Access {}

    /**
     * A secret in a header.
     *
     * @param header the header's name
     * @param before what stands before the secret, such as {@code "Bearer "}
     * @param token the secret
     */
    record Token(String header, String before, Secret token) implements Access {}

    /**
     * Client id, timestamp, nonce and HMAC-SHA256.
     *
     * @param clientId who we are
     * @param secret what signs
     */
    record Signed(String clientId, Secret secret) implements Access {}
  }

  /** How one page leads to the next. */
  public sealed interface Paging {
    /**
     * Pages are numbered; the first empty one is the end.
     *
     * @param parameter the query's parameter for the number
     * @param first the number of the first page, 0 or 1
     */
    record ByNumber(String parameter, int first) implements Paging {}

    /**
     * Each page names the next.
     *
     * @param parameter the query's parameter for the name
     * @param nextAt path to the next name; null or empty there is the end
     */
    record ByCursor(String parameter, String nextAt) implements Paging {}

    /**
     * Each page holds the address of the next.
     *
     * @param nextAt path to the address; null or empty there is the end
     */
    record ByLink(String nextAt) implements Paging {}

    /** All rows come in one answer. */
    record InOne() implements Paging {}
  }

  /**
   * How only newer rows are asked for.
   *
   * @param parameter the query's parameter
   * @param form how the time is written
   * @param overlap how far before the watermark a pull starts again; 0 s to 30 d
   */
  public record Since(String parameter, TimeForm form, Duration overlap) {}

  /** How a time is written in a query. */
  public enum TimeForm {
    /** 2026-03-01T00:00:00Z. */
    INSTANT,
    /** 2026-03-01 08:00:00, local time. */
    LOCAL,
    /** 20260301, local day. */
    DAY,
    /** Milliseconds since 1970. */
    MILLIS
  }

  @Override
  public List<SettingFault> faults() {
    SettingCheck check = new SettingCheck().also(http.faults()).pageSize(pageSize);
    if (since != null) {
      check.within(since.overlap(), Duration.ZERO, Duration.ofDays(30), "overlap");
    }
    if (access instanceof Access.Signed(String clientId, Secret _)) {
      check.given(clientId, "clientId");
    }
    return check.faults();
  }
}
