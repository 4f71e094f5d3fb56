package io.guiyi.registry.person;

import io.guiyi.matching.normalize.Profile;
import io.guiyi.records.identity.IdNumber;
import io.guiyi.records.identity.IdentityClaim;
import io.guiyi.records.identity.PartialDate;
import io.guiyi.records.identity.PersonName;
import io.guiyi.seal.KeyedHash;
import io.guiyi.seal.LookupHash;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * The keyed hashes by which a person is looked up: the ID number, and name with birth date. What is
 * written and what is asked for pass through the same normal form.
 */
@Component
public class LookUpKeys {
  private static final String NUMBER = "id-number";
  private static final String NAME_AND_BIRTH = "name-birth";

  /** Blanks, and the dots of names such as 阿依古丽·买买提, which everybody writes differently. */
  private static final Pattern NOT_OF_THE_NAME = Pattern.compile("[\\s·•・‧∙.]");

  private final KeyedHash hash;

  LookUpKeys(KeyedHash hash) {
    this.hash = hash;
  }

  /** The hash of the first valid number that nothing in the row shows to be somebody else's. */
  public Optional<LookupHash> number(Profile profile) {
    return profile.firstNumber().map(number -> hash.hash(NUMBER, number.text()));
  }

  /** The hash of name and birth date, if the row carries a whole date or a number with one. */
  public Optional<LookupHash> nameAndBirth(IdentityClaim claim, Profile profile) {
    return Optional.ofNullable(claim.birthDate())
        .flatMap(PartialDate::whole)
        .or(() -> profile.firstNumber().flatMap(IdNumber::birthDate))
        .map(birth -> hash.hash(NAME_AND_BIRTH, normal(claim.name(), birth)));
  }

  List<LookupHash> asked(IdNumber number) {
    return hash.hashes(NUMBER, number.text());
  }

  List<LookupHash> asked(PersonName name, LocalDate birth) {
    return hash.hashes(NAME_AND_BIRTH, normal(name, birth));
  }

  private static String normal(PersonName name, LocalDate birth) {
    String written = Normalizer.normalize(name.written(), Normalizer.Form.NFKC);
    return NOT_OF_THE_NAME.matcher(written).replaceAll("").toUpperCase(Locale.ROOT) + " " + birth;
  }
}
