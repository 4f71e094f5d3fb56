package io.guiyi.records.statement;

/**
 * 学籍: a place at a school.
 *
 * @param period from entering to leaving; open while enrolled
 * @param schoolCode 学校标识码, ten digits
 * @param schoolName its name
 * @param place what kind of place
 * @param stage how far up the school system
 * @param grade the grade within the stage, 1 to 9; 0 if not given
 * @param standing whether the pupil is there
 */
public record Enrolment(
    Period period,
    String schoolCode,
    String schoolName,
    Place place,
    Stage stage,
    int grade,
    Standing standing)
    implements Statement {

  /** Who provides the place. */
  public enum Place {
    /** 公办. */
    PUBLIC,
    /** 购买学位. */
    BOUGHT,
    /** 民办. */
    PRIVATE
  }

  /** 学段. */
  public enum Stage {
    /** 学前. */
    KINDERGARTEN,
    /** 小学. */
    PRIMARY,
    /** 初中. */
    JUNIOR_HIGH,
    /** 高中. */
    HIGH,
    /** 中职. */
    VOCATIONAL
  }

  /** 学籍状态. */
  public enum Standing {
    /** 在籍. */
    ENROLLED,
    /** 休学. */
    ON_LEAVE,
    /** 转出. */
    MOVED_AWAY,
    /** 毕业. */
    GRADUATED
  }

  @Override
  public String code() {
    return stage.name() + "," + place.name() + "," + standing.name();
  }
}
