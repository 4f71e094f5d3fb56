package io.guiyi.matching.value.han;

import io.guiyi.matching.compare.AddressLevel;
import io.guiyi.matching.compare.Comparer;
import io.guiyi.matching.normalize.AddressTokens;
import io.guiyi.matching.value.Facet;
import io.guiyi.matching.value.Ladder;
import io.guiyi.matching.value.ModelWordException;
import io.guiyi.matching.value.ValueKind;
import io.guiyi.records.place.Address;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Addresses in China, by their levels. */
public final class HanAddressKind implements ValueKind<AddressTokens> {
  private static final List<String> FACETS = List.of("room", "house", "village", "town");

  @Override
  public String name() {
    return "han-address";
  }

  @Override
  public List<String> parts() {
    return List.of("address", "house", "room");
  }

  @Override
  public @Nullable AddressTokens read(List<String> raw) {
    String written = RawTexts.bounded(raw.get(0));
    return written.isEmpty()
        ? null
        : AddressTokens.of(new Address(written, null, raw.get(1), raw.get(2)));
  }

  @Override
  public String canonical(AddressTokens value) {
    return String.join(
        "|", value.town(), value.village(), value.house(), value.room(), value.houseCode());
  }

  @Override
  public Ladder<AddressTokens> ladder(String of, List<String> levels) {
    if (!of.isEmpty()) {
      throw new ModelWordException(of, "part of a han-address", List.of("(none)"));
    }
    return new EnumLadder<>(
        List.of(AddressLevel.values()),
        AddressLevel.MISSING,
        levels,
        "a han-address",
        Comparer::addresses,
        address -> join(address.village(), address.house(), address.room()));
  }

  @Override
  public Facet<AddressTokens> facet(String word) {
    return switch (word) {
      case "room" ->
          (address, sink) -> {
            sink.add(whole(tail(address.village()), address.house(), address.room()));
            sink.add(whole(address.houseCode(), address.room(), "#"));
          };
      case "house" ->
          (address, sink) -> {
            sink.add(whole(tail(address.village()), address.house(), "#"));
            sink.add(address.houseCode());
          };
      case "village" -> (address, sink) -> sink.add(tail(address.village()));
      case "town" -> (address, sink) -> sink.add(address.town());
      default -> throw new ModelWordException(word, "facet of a han-address", FACETS);
    };
  }

  /** The last two characters of a village: the town may stand before it without its suffix. */
  private static String tail(String village) {
    return village.substring(Math.max(0, village.length() - 2));
  }

  private static String whole(String first, String second, String third) {
    return first.isEmpty() || second.isEmpty() || third.isEmpty() ? "" : join(first, second, third);
  }

  private static String join(String first, String second, String third) {
    return first + '/' + second + '/' + third;
  }
}
