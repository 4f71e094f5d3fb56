package io.guiyi.connectors;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Good rows of both departments about invented people, to be spoilt field by field. */
public final class Rows {
  private static final JsonMapper MAPPER = new JsonMapper();

  private Rows() {}

  /** A police registration as the department would send it. */
  public static Map<String, @Nullable Object> police() {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("djbh", "3302822026000001");
    row.put("xm", "欧阳测试");
    row.put("cym", null);
    row.put("zjlx", "111");
    row.put("zjhm", "11010119900307803X");
    row.put("gmsfhm", "11010119900307803X");
    row.put("xb", "1");
    row.put("mz", "01");
    row.put("csrq", "19900307");
    row.put("hjdqh", "522101");
    row.put("hjdxz", "贵州省遵义市甲镇乙村3组");
    row.put("jzddzbm", "330282100001");
    row.put("jzddz", "浙江省宁波市慈溪市观海卫镇五里村88号203室");
    row.put("fwbh", "FW0088");
    row.put("fjh", "203");
    row.put("fzxm", "房东甲");
    row.put("sjly", "01");
    row.put("rzsj", "2023-03-01 09:30:00");
    row.put("lksj", null);
    row.put("djsj", "2023-03-02 10:00:00");
    row.put("jzsy", "01");
    row.put("jzcs", "02");
    row.put("fwdw", "慈溪测试电器有限公司");
    row.put("lxdh", "13900005678");
    row.put("jzz", permit());
    row.put("ztbs", "1");
    row.put("gxsj", "2026-01-02 03:04:05");
    return row;
  }

  private static Map<String, @Nullable Object> permit() {
    Map<String, @Nullable Object> permit = new LinkedHashMap<>();
    permit.put("jzzh", "330282990001");
    permit.put("qfrq", "20231001");
    permit.put("yxqz", "20241001");
    permit.put("zt", "1");
    permit.put(
        "sj",
        new Object[] {
          event("01", "20230915", null),
          event("03", "20231001", "20241001"),
          event("04", "20240920", "20251001"),
        });
    return permit;
  }

  /** An event of a residence permit. */
  public static Map<String, @Nullable Object> event(
      String kind, @Nullable String day, @Nullable String until) {
    Map<String, @Nullable Object> event = new LinkedHashMap<>();
    event.put("lx", kind);
    event.put("rq", day);
    event.put("yxqz", until);
    return event;
  }

  /** A labour row of business JY, control columns included. */
  public static Map<String, @Nullable Object> job() {
    Map<String, @Nullable Object> row = person("JY2026000001", "JY");
    row.put("aab001", "DW0001");
    row.put("aab004", "慈溪测试电器有限公司");
    row.put("aab003", "91350100M000100Y43");
    row.put("jyksrq", "20230315");
    row.put("jyjsrq", null);
    row.put("aca111", "6080201");
    row.put("hydm", "C3857");
    row.put("htksrq", "20230315");
    row.put("htjsrq", "20260314");
    row.put("aae140", "110,210,310,410,510");
    row.put("aae041", "202304");
    row.put("aae042", null);
    return row;
  }

  /** A labour row of business JN, control columns included. */
  public static Map<String, @Nullable Object> skill() {
    Map<String, @Nullable Object> row = person("JN2026000001", "JN");
    row.put("jnzsdj", "3");
    row.put("jnzsmc", "电工");
    row.put("jnfzjg", "宁波市测试鉴定中心");
    row.put("jnfzrq", "20220601");
    row.put("aac011", "61");
    return row;
  }

  private static Map<String, @Nullable Object> person(String key, String business) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("lsh", "4711");
    row.put("aaa321", "1");
    row.put("aae418", "2026-01-02 03:04:05");
    row.put("ywlsh", key);
    row.put("ywlx", business);
    row.put("aac001", "GR0001");
    row.put("aac002", "11010119900307803X");
    row.put("aac003", "欧阳测试");
    row.put("aac004", "1");
    row.put("aac005", "01");
    row.put("aac006", "19900307");
    row.put("aac058", "01");
    row.put("aac147", "11010119900307803X");
    row.put("aac067", "13900005678");
    row.put("aac009", "20");
    row.put("aac010", "贵州省遵义市甲镇乙村3组");
    row.put("aac301", "330282");
    row.put("aae006", "慈溪观海卫五里88-203");
    return row;
  }

  /**
   * The same row with one field changed; {@code field} may lead into the permit: {@code jzz.jzzh}.
   */
  @SuppressWarnings("unchecked")
  public static Map<String, @Nullable Object> with(
      Map<String, @Nullable Object> row, String field, @Nullable Object value) {
    int dot = field.indexOf('.');
    if (dot < 0) {
      row.put(field, value);
    } else {
      with(
          (Map<String, @Nullable Object>) row.get(field.substring(0, dot)),
          field.substring(dot + 1),
          value);
    }
    return row;
  }

  /** The row as JSON. */
  public static String json(@Nullable Object row) {
    return MAPPER.writeValueAsString(row);
  }
}
