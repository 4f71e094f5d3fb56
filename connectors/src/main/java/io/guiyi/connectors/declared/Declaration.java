package io.guiyi.connectors.declared;

import io.guiyi.connectors.BreakerSettings;
import io.guiyi.connectors.RetrySettings;
import io.guiyi.connectors.SettingFault;
import io.guiyi.connectors.sftp.SftpSettings;
import io.guiyi.records.SourceId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A source described instead of programmed.
 *
 * @param id the source's name
 * @param protocol over what it is read
 * @param columns the columns that were agreed on; what is mapped stands among them
 * @param row how rows are told apart
 * @param delivery what a delivery says about rows it leaves out
 * @param person where a row says whom it is about
 * @param statements what a row says about that person
 * @param checks what must hold of every row before it is read, in this order
 * @param retry how failures in passing are repeated
 * @param breaker when the department is left in peace
 */
public record Declaration(
    SourceId id,
    Protocol protocol,
    List<String> columns,
    RowRule row,
    DeliveryRule delivery,
    PersonMapping person,
    List<StatementMapping> statements,
    List<Check> checks,
    RetrySettings retry,
    BreakerSettings breaker) {

  /** The most statements, and the most checks, of one declaration. */
  public static final int LONGEST_LIST = 20;

  /** The most columns. */
  public static final int MOST_COLUMNS = 200;

  /** Copies the lists and checks their bounds. */
  public Declaration {
    columns = bounded(columns, MOST_COLUMNS, "columns");
    statements = bounded(statements, LONGEST_LIST, "statements");
    checks = bounded(checks, LONGEST_LIST, "checks");
  }

  private static <T> List<T> bounded(List<T> list, int most, String what) {
    if (list.size() > most) {
      throw new IllegalArgumentException(
          "a declaration holds at most %d %s, this one holds %d"
              .formatted(most, what, list.size()));
    }
    return List.copyOf(list);
  }

  /** Everything that is wrong with it; empty if the declaration is sound. */
  public List<SettingFault> faults() {
    List<SettingFault> faults = new ArrayList<>(protocol.faults());
    faults.addAll(misfits());
    return List.copyOf(faults);
  }

  /** Everything that does not fit together, though each part is sound. */
  public List<SettingFault> misfits() {
    List<SettingFault> faults = new ArrayList<>();
    boolean ofDelivery = row.version() instanceof RowRule.VersionFrom.OfDelivery;
    switch (protocol) {
      case RestPages _ -> {
        if (delivery.isComplete()) {
          faults.add(
              new SettingFault(
                  "delivery",
                  "complete is not known of REST pages, which do not say what they leave out;"
                      + " declare delta and a column that says when a row is withdrawn"));
        } else if (ofDelivery) {
          faults.add(noDelivery());
        }
      }
      case FolderFiles _, SftpFiles _ -> {
        if (delivery.isComplete() && !ofDelivery) {
          faults.add(allOfOneVersion());
        }
      }
      case JdbcRows rows -> {
        if (delivery.isComplete() && !ofDelivery) {
          faults.add(allOfOneVersion());
        } else if (!delivery.isComplete() && ofDelivery) {
          faults.add(noDelivery());
        }
        if (!delivery.isComplete() && rows.orderBy() == null) {
          faults.add(
              new SettingFault(
                  "orderBy", "is missing; changes are read in the order of a column that grows"));
        }
      }
    }
    return List.copyOf(faults);
  }

  private static SettingFault noDelivery() {
    return new SettingFault(
        "version",
        "cannot be that of the delivery, because rows that come one by one have none; name the"
            + " column that says when a row last changed");
  }

  private static SettingFault allOfOneVersion() {
    return new SettingFault(
        "version",
        "must be that of the delivery, because a complete delivery says of every row how it stands"
            + " as of the delivery; write version: delivery");
  }

  /** The same source, reading files that nobody marked without waiting whether they stand still. */
  public Declaration atOnce() {
    Protocol now =
        switch (protocol) {
          case FolderFiles(Path folder, TableFiles files) ->
              new FolderFiles(folder, files.atOnce());
          case SftpFiles(SftpSettings server, TableFiles files) ->
              new SftpFiles(server, files.atOnce());
          case RestPages _, JdbcRows _ -> protocol;
        };
    return over(now);
  }

  /** The same source, read over something else. */
  public Declaration over(Protocol other) {
    return new Declaration(
        id, other, columns, row, delivery, person, statements, checks, retry, breaker);
  }
}
