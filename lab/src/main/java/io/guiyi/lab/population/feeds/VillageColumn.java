package io.guiyi.lab.population.feeds;

/** The columns of a village's half-month check-in list. */
public enum VillageColumn implements Column {
  /** Code of the village or dormitory, twelve digits; with the serial it is the key. */
  VILLAGE("村社代码"),
  SERIAL("登记序号"),
  NAME("姓名"),
  /** In words. */
  SEX("性别"),
  ID_NUMBER("证件号码"),
  PHONE("联系电话"),
  ADDRESS("现住地址"),
  ROOM("房间"),
  LANDLORD("房东姓名"),
  /** yyyy-MM-dd. */
  MOVED_IN("入住日期"),
  /** yyyy-MM-dd, or empty. */
  MOVED_OUT("离开日期"),
  SPOUSE_NAME("配偶姓名"),
  SPOUSE_ID_NUMBER("配偶证件号码"),
  /** yyyy-MM-dd; with the number of the file it is the version. */
  COLLECTED("采集日期"),
  COLLECTOR("采集员");

  private final String title;

  VillageColumn(String title) {
    this.title = title;
  }

  @Override
  public String title() {
    return title;
  }
}
