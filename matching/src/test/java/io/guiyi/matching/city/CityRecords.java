package io.guiyi.matching.city;

import io.guiyi.matching.CityModel;
import io.guiyi.matching.Invented;
import io.guiyi.matching.model.KeptModel;
import io.guiyi.matching.normalize.Profile;
import java.util.List;

/** Records of invented cities, and a model that was learnt from one of them. */
public final class CityRecords {
  private static final int PEOPLE_TO_LEARN_FROM = 1_000;
  private static final long SEED_TO_LEARN_FROM = 1;

  private CityRecords() {}

  private static final class Learnt {
    private static final KeptModel MODEL =
        CityModel.learnt(of(PEOPLE_TO_LEARN_FROM, SEED_TO_LEARN_FROM, 1));
  }

  /** The records of a city, one department after the other. */
  public static List<Profile> of(int people, long seed, double faultScale) {
    return Offices.rows(TestCity.of(people, seed), seed, faultScale).stream()
        .map(row -> Invented.profile(row.claim()))
        .toList();
  }

  /** A model learnt from another city than tests are about; the same for all of them. */
  public static KeptModel model() {
    return Learnt.MODEL;
  }
}
