package io.guiyi.lab.bench.resolve;

import io.guiyi.matching.model.ModelDescription;
import io.guiyi.matching.normalize.AddressTokens;
import io.guiyi.matching.normalize.FileCode;
import io.guiyi.matching.normalize.Kin;
import io.guiyi.matching.normalize.NameForm;
import io.guiyi.matching.normalize.NameReader;
import io.guiyi.matching.normalize.NumberTitle;
import io.guiyi.matching.normalize.Profile;
import io.guiyi.matching.value.han.Birth;
import io.guiyi.matching.value.han.HanName;
import io.guiyi.matching.value.han.OwnNumber;
import io.guiyi.records.identity.Sex;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows as the online engine takes them, put together from the values of a model's fields. */
final class Profiles {
  private static final NameForm NOBODY = NameReader.read("");

  private final List<String> kinds;

  Profiles(ModelDescription model) {
    kinds = model.fields().stream().map(ModelDescription.Field::kind).toList();
  }

  Profile of(@Nullable Object[] values) {
    HanName name = at(values, "han-name", HanName.class);
    OwnNumber number = at(values, "resident-number", OwnNumber.class);
    Birth birth = at(values, "birth", Birth.class);
    Sex sex = at(values, "sex", Sex.class);
    String employer = at(values, "employer", String.class);
    return new Profile(
        name == null ? NOBODY : name.form(),
        name == null ? null : name.former(),
        number == null ? List.of() : number.claims(),
        number == null ? NumberTitle.UNCONFIRMED : number.title(),
        list(values, "file-codes", FileCode.class),
        sex == null ? Sex.UNKNOWN : sex,
        birth == null ? null : birth.stated() == null ? birth.inNumber() : birth.stated(),
        birth == null ? null : birth.inNumber(),
        list(values, "phones", String.class),
        at(values, "han-address", AddressTokens.class),
        employer == null ? "" : employer,
        list(values, "kin", Kin.class));
  }

  private <V> @Nullable V at(@Nullable Object[] values, String kind, Class<V> type) {
    int field = kinds.indexOf(kind);
    Object value = field < 0 ? null : values[field];
    return value == null ? null : type.cast(value);
  }

  private <V> List<V> list(@Nullable Object[] values, String kind, Class<V> type) {
    List<?> found = at(values, kind, List.class);
    return found == null ? List.of() : found.stream().map(type::cast).toList();
  }
}
