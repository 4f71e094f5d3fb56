package io.guiyi.matching.value.han;

import io.guiyi.matching.value.ValueKind;
import java.util.List;

/** All kinds of this package. */
public final class HanKinds {
  /** They. */
  public static final List<ValueKind<?>> ALL =
      List.of(
          new HanNameKind(),
          new ResidentNumberKind(),
          new BirthKind(),
          new SexKind(),
          new PhonesKind(),
          new HanAddressKind(),
          new EmployerKind(),
          new KinKind(),
          new FileCodesKind());

  private HanKinds() {}
}
