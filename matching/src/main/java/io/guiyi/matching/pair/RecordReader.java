package io.guiyi.matching.pair;

import io.guiyi.matching.model.ModelDescription;
import io.guiyi.matching.model.ModelDescription.Ownership;
import io.guiyi.matching.normalize.NameForm;
import io.guiyi.matching.normalize.Profile;
import io.guiyi.matching.value.Hash64;
import io.guiyi.matching.value.ValueKind;
import io.guiyi.matching.value.ValueKinds;
import io.guiyi.matching.value.han.Birth;
import io.guiyi.matching.value.han.HanName;
import io.guiyi.matching.value.han.OwnNumber;
import io.guiyi.records.identity.IdNumber;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads profiles as the fields of a model want them. A field of another kind than the Chinese ones
 * is missing. Safe for use by many threads.
 */
public final class RecordReader {
  private final ModelQuestions questions;
  private final List<ValueKind<?>> kinds = new ArrayList<>();
  private final int number;
  private final int name;
  private final int birth;

  /** Reads for the fields of a model. */
  public RecordReader(ModelQuestions questions) {
    this.questions = questions;
    ModelDescription model = questions.model();
    List<String> names = new ArrayList<>();
    for (ModelDescription.Field field : model.fields()) {
      names.add(field.name());
      kinds.add(ValueKinds.named(field.kind()));
    }
    Ownership ownership = model.laws().ownership();
    number = ownership == null ? -1 : names.indexOf(ownership.number());
    name = ownership == null ? -1 : names.indexOf(ownership.name());
    birth = ownership == null ? -1 : names.indexOf(ownership.birth());
  }

  /** The questions that the values are read for. */
  public ModelQuestions questions() {
    return questions;
  }

  /** The kind of a field. */
  public ValueKind<?> kind(int field) {
    return kinds.get(field);
  }

  /** A profile's values. */
  public RecordValues read(Profile profile) {
    @Nullable Object[] values = new @Nullable Object[kinds.size()];
    for (int field = 0; field < values.length; field++) {
      values[field] = value(kinds.get(field).name(), profile);
    }
    return values(values);
  }

  private static @Nullable Object value(String kind, Profile profile) {
    return switch (kind) {
      case "han-name" -> name(profile);
      case "resident-number" ->
          profile.numbers().isEmpty() ? null : new OwnNumber(profile.numbers(), profile.title());
      case "birth" ->
          profile.birthDate() == null && profile.numberBirthDate() == null
              ? null
              : new Birth(profile.birthDate(), profile.numberBirthDate());
      case "sex" -> profile.sex().isStated() ? profile.sex() : null;
      case "phones" -> profile.phones().isEmpty() ? null : profile.phones();
      case "han-address" -> profile.residence();
      case "employer" -> profile.employer().isEmpty() ? null : profile.employer();
      case "kin" -> profile.kin().isEmpty() ? null : profile.kin();
      case "file-codes" -> profile.codes().isEmpty() ? null : profile.codes();
      default -> null;
    };
  }

  private static @Nullable HanName name(Profile profile) {
    NameForm form = profile.name();
    NameForm former = profile.formerName();
    if (form.plain().isEmpty()) {
      return null;
    }
    boolean another =
        former != null && !former.plain().isEmpty() && !former.plain().equals(form.plain());
    return new HanName(form, another ? former : null);
  }

  private RecordValues values(@Nullable Object[] values) {
    String[] terms = new String[questions.size()];
    for (int i = 0; i < terms.length; i++) {
      ModelQuestions.Asked<?> asked = questions.get(i);
      Object value = values[asked.field()];
      terms[i] = value != null && asked.comparison().frequency() ? term(asked, value) : "";
    }
    long content = 0;
    for (int field = 0; field < values.length; field++) {
      Object value = values[field];
      content =
          Hash64.of(content, value == null ? 0 : Hash64.of(canonical(kinds.get(field), value)));
    }
    return new RecordValues(values, terms, content);
  }

  @SuppressWarnings("unchecked") // a field's value is of its kind
  private static <V> String term(ModelQuestions.Asked<V> asked, Object value) {
    return asked.ladder().term((V) value);
  }

  @SuppressWarnings("unchecked") // a field's value is of its kind
  private static <V> String canonical(ValueKind<V> kind, Object value) {
    return kind.canonical((V) value);
  }

  /** The valid numbers that a record bears, each once, if the model asks whose they are. */
  public List<IdNumber> numbers(RecordValues values) {
    return number >= 0 && values.value(number) instanceof OwnNumber own ? own.valid() : List.of();
  }

  /** What the record's columns hold as its number; null if nothing, or if nobody asks. */
  public @Nullable OwnNumber number(RecordValues values) {
    return number >= 0 && values.value(number) instanceof OwnNumber own ? own : null;
  }

  /** The name that goes with the number; null if there is none, or if nobody asks. */
  public @Nullable HanName name(RecordValues values) {
    return name >= 0 && values.value(name) instanceof HanName known ? known : null;
  }

  /** The values that are left when numbers turn out to be somebody else's. */
  public RecordValues without(RecordValues values, Collection<String> lost) {
    OwnNumber own = number(values);
    if (lost.isEmpty() || own == null) {
      return values;
    }
    @Nullable Object[] left = values.copy();
    for (String one : lost) {
      own = own.without(one);
    }
    left[number] = own.claims().isEmpty() ? null : own;
    left[birth] = values.value(birth) instanceof Birth born ? born.withoutNumber() : null;
    return values(left);
  }
}
