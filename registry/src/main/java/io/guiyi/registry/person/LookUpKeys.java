package io.guiyi.registry.person;

import io.guiyi.matching.normalize.NameForm;
import io.guiyi.matching.normalize.Normalizer;
import io.guiyi.matching.normalize.Profile;
import io.guiyi.records.identity.IdNumber;
import io.guiyi.records.identity.IdentityClaim;
import io.guiyi.records.identity.PartialDate;
import io.guiyi.records.identity.PersonName;
import io.guiyi.records.identity.Phone;
import io.guiyi.records.person.PersonField;
import io.guiyi.records.person.SurvivingValue;
import io.guiyi.seal.KeyedHash;
import io.guiyi.seal.LookupHash;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * The keyed hashes by which a person is looked up: the ID number, name with birth date, and, for
 * those whom somebody else's row names, the sound of the name and name with phone. What is written
 * and what is asked for pass through the same normal form.
 */
@Component
public class LookUpKeys {
  private static final String NUMBER = "id-number";
  private static final String NAME_AND_BIRTH = "name-birth";
  private static final String SOUND = "name-sound";
  private static final String NAME_AND_PHONE = "name-phone";

  /** Blanks, and the dots of names such as 阿依古丽·买买提, which everybody writes differently. */
  private static final Pattern NOT_OF_THE_NAME = Pattern.compile("[\\s·•・‧∙.]");

  private final KeyedHash hash;

  LookUpKeys(KeyedHash hash) {
    this.hash = hash;
  }

  /** The hash of the first valid number that nothing in the row shows to be somebody else's. */
  public Optional<LookupHash> number(Profile profile) {
    return profile.firstNumber().map(this::number);
  }

  /** The hash of a number. */
  public LookupHash number(IdNumber number) {
    return hash.hash(NUMBER, number.text());
  }

  /** The hash of the number that survives among a person's values, if one does. */
  public Optional<LookupHash> ownNumber(Map<PersonField, SurvivingValue> values) {
    return Optional.ofNullable(values.get(PersonField.ID_NUMBER))
        .map(number -> hash.hash(NUMBER, number.value()));
  }

  /**
   * The hash of how a name sounds: homophones and variants, the commonest slips, share it. None for
   * a name that names nobody yet, such as 王某之女.
   */
  public Optional<LookupHash> sound(PersonName name) {
    NameForm form = Normalizer.profile(IdentityClaim.named(name)).name();
    return switch (form.kind()) {
      case HAN, DOTTED, LATIN ->
          Optional.of(hash.hash(SOUND, form.letters().isEmpty() ? form.plain() : form.letters()));
      case PLACEHOLDER -> Optional.empty();
    };
  }

  /** The hash of a name exactly as written together with a phone. */
  public LookupHash contact(PersonName name, Phone phone) {
    return hash.hash(NAME_AND_PHONE, normal(name) + " " + phone.digits());
  }

  /** The hash of name and birth date, if the row carries a whole date or a number with one. */
  public Optional<LookupHash> nameAndBirth(IdentityClaim claim, Profile profile) {
    return Optional.ofNullable(claim.birthDate())
        .flatMap(PartialDate::whole)
        .or(() -> profile.firstNumber().flatMap(IdNumber::birthDate))
        .map(birth -> hash.hash(NAME_AND_BIRTH, normal(claim.name()) + " " + birth));
  }

  List<LookupHash> asked(IdNumber number) {
    return hash.hashes(NUMBER, number.text());
  }

  List<LookupHash> asked(PersonName name, LocalDate birth) {
    return hash.hashes(NAME_AND_BIRTH, normal(name) + " " + birth);
  }

  private static String normal(PersonName name) {
    String written = java.text.Normalizer.normalize(name.written(), java.text.Normalizer.Form.NFKC);
    return NOT_OF_THE_NAME.matcher(written).replaceAll("").toUpperCase(Locale.ROOT);
  }
}
