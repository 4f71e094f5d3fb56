package io.guiyi.registry.watch;

/**
 * What an operator is told about a source. The list is closed: the console's help says of each what
 * it means and what to do.
 */
public enum AlarmKind {
  /** No news, or no complete pull, for longer than the source is expected to take. */
  LATE("迟到", "late", false),
  /** Rows have a column that they never had. */
  COLUMN_ADDED("新增字段", "column added", true),
  /** Rows lack a column that they always had; one that was renamed is also added. */
  COLUMN_MISSING("字段缺失", "column missing", true),
  /** The mix of codes in a column is not what it was. */
  VALUES_SHIFTED("取值分布偏移", "values shifted", true),
  /** A complete delivery is smaller than allowed and waits for the operator. */
  DELIVERY_HELD("交付待确认", "delivery held", false),
  /** A delivery is not what its marker announces. */
  DELIVERY_DAMAGED("交付损坏", "delivery damaged", false),
  /** A complete delivery had rows without a readable key, so that nobody was withdrawn by it. */
  ABSENCE_UNCERTAIN("缺失无法判断", "absence uncertain", false),
  /** More of a day's rows are held aside than usual. */
  QUARANTINE_HIGH("隔离率偏高", "quarantine high", false),
  /** The circuit breaker gives the department a rest. */
  BREAKER_OPEN("熔断中", "breaker open", false),
  /** Pulls fail in a way that does not pass by itself. */
  PULL_FAILING("读取失败", "pull failing", false),
  /** The department has not been told for a while what became of its rows. */
  WRITE_BACK_FAILING("回写失败", "write-back failing", false);

  private final String chinese;
  private final String english;
  private final boolean drift;

  AlarmKind(String chinese, String english, boolean drift) {
    this.chinese = chinese;
    this.english = english;
    this.drift = drift;
  }

  /** Its name in Chinese. */
  public String chinese() {
    return chinese;
  }

  /** Its name in English. */
  public String english() {
    return english;
  }

  /**
   * True if it says that rows are not as they used to be: accepting it makes them the new normal.
   * Any other alarm stays until its cause is gone; accepting it says that somebody looks after it.
   */
  public boolean isDrift() {
    return drift;
  }
}
