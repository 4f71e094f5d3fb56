package io.guiyi.records.identity;

import io.guiyi.records.Mask;
import io.guiyi.records.place.Address;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A claim as somebody may see it who need not know the person. */
public final class MaskedClaim {
  private MaskedClaim() {}

  /** The values that {@code who} holds, masked, by name, in the claim's order. */
  public static Map<String, String> values(IdentityClaim who) {
    Map<String, String> shown = new LinkedHashMap<>();
    shown.put("name", Mask.name(who.name().written()));
    put(shown, "formerName", who.formerName(), name -> Mask.name(name.written()));
    put(shown, "documents", list(who.documents(), IdDocument::toString));
    shown.put("sex", who.sex().name());
    put(shown, "birthDate", who.birthDate(), Object::toString);
    put(shown, "ethnicGroup", who.ethnicGroup(), _ -> "**");
    put(shown, "hukouRegion", who.hukouRegion(), region -> region.province() + "****");
    put(shown, "hukouAddress", who.hukouAddress(), MaskedClaim::address);
    put(shown, "phones", list(who.phones(), Phone::toString));
    put(shown, "residence", who.residence(), MaskedClaim::address);
    put(shown, "employer", who.employer(), Mask::name);
    put(shown, "relatives", list(who.guardians(), MaskedClaim::relative));
    return shown;
  }

  /** An address: only its length survives. */
  public static String address(Address address) {
    return Mask.all(address.written());
  }

  /** A relative: the relation, and name and document masked. */
  public static String relative(GuardianClaim relative) {
    String document = relative.documentGiven().map(IdDocument::toString).orElse("");
    return "%s %s %s"
        .formatted(relative.relation(), Mask.name(relative.name().written()), document)
        .strip();
  }

  private static <T> String list(List<T> values, Function<T, String> shown) {
    return values.stream().map(shown).collect(Collectors.joining(", "));
  }

  private static <T> void put(
      Map<String, String> shown, String field, @Nullable T value, Function<T, String> masked) {
    if (value != null) {
      shown.put(field, masked.apply(value));
    }
  }

  private static void put(Map<String, String> shown, String field, String text) {
    if (!text.isEmpty()) {
      shown.put(field, text);
    }
  }
}
