package io.guiyi.connectors.labour;

import io.guiyi.connectors.PageProfiler;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The columns of the exchange table, by their national names. */
final class LabourColumns {
  /** 流水号, the running number: ascending, never used twice. */
  static final String NUMBER = "lsh";

  /** 传输类型: 1 new, 2 changed, 3 cancelled. */
  static final String TRANSFER = "aaa321";

  /** 时间戳: when the department wrote this version, local time. */
  static final String WRITTEN = "aae418";

  /** 业务流水号: names the row over all its versions. */
  static final String KEY = "ywlsh";

  /** What the row says, in the order of the table, which is the payload's order too. */
  static final List<String> BUSINESS =
      List.of(
          KEY, "ywlx", "aac001", "aac002", "aac003", "aac004", "aac005", "aac006", "aac058",
          "aac147", "aac067", "aac009", "aac010", "aac301", "aae006", "aab001", "aab004", "aab003",
          "jyksrq", "jyjsrq", "aca111", "hydm", "htksrq", "htjsrq", "aae140", "aae041", "aae042",
          "jnzsdj", "jnzsmc", "jnfzjg", "jnfzrq", "aac011");

  /** Every column that is read as text. */
  static final List<String> TEXTS =
      Stream.concat(Stream.of(TRANSFER, WRITTEN), BUSINESS.stream()).toList();

  /** The columns whose mix of codes is watched. */
  static final PageProfiler PROFILER =
      new PageProfiler(
          Map.of(
              TRANSFER,
              Set.of("1", "2", "3"),
              "ywlx",
              Set.of("JY", "JN"),
              "aac004",
              Set.of("0", "1", "2", "9"),
              "aac058",
              LabourCanon.DOCUMENT_TYPES.keySet(),
              "jnzsdj",
              PageProfiler.numbered(1, 5, 1),
              "aac011",
              PageProfiler.numbered(10, 99, 2)));

  private LabourColumns() {}
}
