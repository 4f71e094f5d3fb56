package io.guiyi.lab.bench;

/** The lines of the table, in its order. */
public enum Contest {
  /** 5,000 records of one file, train and link. */
  FEBRL3("febrl3", "febrl.yaml"),
  /** 5,000 records in each of two files, train and link. */
  FEBRL4("febrl4", "febrl.yaml"),
  /** 50,578 records of historical persons, train and link. */
  HISTORICAL("historical_50k", "historical.yaml"),
  /**
   * As many copies of them as wanted, each with other letters; link with the model of the first.
   */
  SCALED("scaled", "historical.yaml"),
  /** An invented city over all six sources, train and link. */
  CITY("city", "migrants.yaml"),
  /** The same with twice the errors. */
  CITY_DOUBLED("city-doubled", "migrants.yaml"),
  /** A large city, for its cost. */
  MILLION("million", "migrants.yaml");

  /** Records of the scaled set for which the bounds hold. */
  static final int SCALED_RECORDS = 1_000_000;

  /** People of the city for whom the bounds hold. */
  static final int CITY_PEOPLE = 100_000;

  /** People of the large city for whom the bounds hold. */
  static final int MILLION_PEOPLE = 1_000_000;

  private final String title;
  private final String model;

  Contest(String title, String model) {
    this.title = title;
    this.model = model;
  }

  /** The name on the command line and in results. */
  public String title() {
    return title;
  }

  /** The file of the model. */
  String model() {
    return model;
  }

  /** Whether the model has been trained before the clock starts. */
  boolean isModelGiven() {
    return this == SCALED;
  }

  /** The set's name with what makes it this set and no other. */
  public String set(ArenaSettings settings) {
    return switch (this) {
      case FEBRL3, FEBRL4, HISTORICAL -> title;
      case SCALED -> "%s, %d rows".formatted(title, settings.rows());
      case CITY, CITY_DOUBLED ->
          "%s, %d people, seed %d".formatted(title, settings.people(), settings.seed());
      case MILLION ->
          "%s, %d people, seed %d".formatted(title, settings.peopleMost(), settings.seed());
    };
  }

  /** What it must reach, at the sizes for which that is said. */
  Bounds bounds(ArenaSettings settings) {
    double unbounded = Bounds.NONE.cpuSeconds();
    return switch (this) {
      case FEBRL3 -> Bounds.quality(0.997, Long.MAX_VALUE);
      case FEBRL4 -> Bounds.quality(0.998, Long.MAX_VALUE);
      case HISTORICAL -> new Bounds(0.90, Long.MAX_VALUE, 7, unbounded);
      case SCALED ->
          settings.rows() == SCALED_RECORDS
              ? new Bounds(0.788, Long.MAX_VALUE, 10, 2)
              : Bounds.NONE;
      case CITY -> settings.people() == CITY_PEOPLE ? Bounds.quality(0.998, 200) : Bounds.NONE;
      case CITY_DOUBLED ->
          settings.people() == CITY_PEOPLE ? Bounds.quality(0.997, 300) : Bounds.NONE;
      case MILLION ->
          settings.peopleMost() == MILLION_PEOPLE
              ? new Bounds(0, Long.MAX_VALUE, 75, 5)
              : Bounds.NONE;
    };
  }
}
