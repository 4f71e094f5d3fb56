package io.guiyi.lab.population;

/**
 * An invented school of Cixi.
 *
 * @param code ten digits
 * @param name full name
 */
public record School(String code, String name) {

  /** Stages of school, with their codes on the school roll. */
  public enum Stage {
    KINDERGARTEN("1", "幼儿园", 6),
    PRIMARY("2", "小学", 5),
    JUNIOR("3", "初级中学", 2),
    SENIOR("4", "高级中学", 1),
    VOCATIONAL("5", "职业高级中学", 1);

    private final String code;
    private final String word;
    private final int perTown;

    Stage(String code, String word, int perTown) {
      this.code = code;
      this.word = word;
      this.perTown = perTown;
    }

    /** One digit on the school roll. */
    public String code() {
      return code;
    }
  }

  private static final String[] ORDER = {"第一", "第二", "第三", "第四", "第五", "中心"};

  /** One of the public or private schools of a town. */
  static School of(Dwelling home, Stage stage, boolean isPrivate, int choice) {
    int number = Math.floorMod(choice, stage.perTown);
    String order = isPrivate ? "新星" : ORDER[number];
    String town = home.town().code().substring(6);
    String serial = WrittenDates.padded(stage.ordinal() * 20L + (isPrivate ? 10 : 0) + number, 3);
    return new School("2133" + town + serial, "慈溪市" + home.town().alias() + order + stage.word);
  }
}
