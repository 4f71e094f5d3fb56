package io.guiyi.lab.population.feeds;

/** The columns of the trade union's list of members. */
public enum UnionColumn implements Column {
  /** Membership number, the key. */
  MEMBER_NUMBER("会员编号"),
  NAME("姓名"),
  /** In words. */
  SEX("性别"),
  ID_NUMBER("身份证号"),
  /** yyyy-MM-dd, in some rows as a date of the spreadsheet. */
  BORN("出生日期"),
  PHONE("手机号"),
  EMPLOYER("工作单位"),
  CREDIT_CODE("统一社会信用代码"),
  /** yyyy-MM-dd. */
  JOINED("入会日期"),
  /** 在会, 转出 or 停止. */
  STATE("会籍状态"),
  CARD("服务卡号");

  private final String title;

  UnionColumn(String title) {
    this.title = title;
  }

  @Override
  public String title() {
    return title;
  }
}
