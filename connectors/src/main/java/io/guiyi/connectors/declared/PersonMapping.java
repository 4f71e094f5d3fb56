package io.guiyi.connectors.declared;

import io.guiyi.records.identity.DocumentType;
import io.guiyi.records.identity.GuardianClaim.Relation;
import io.guiyi.records.identity.Sex;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a row says whom it is about.
 *
 * @param name the name
 * @param formerName 曾用名
 * @param documents number columns, most trusted first; at most 6
 * @param sex the sex
 * @param birthDate the birth date
 * @param ethnicGroup two digits of GB/T 3304
 * @param hukouRegion county of household registration, six digits
 * @param hukouAddress its address
 * @param phones at most 6
 * @param residence where the person lives
 * @param employer the employer's name
 * @param relatives guardians of a child, or the spouse; at most 4
 */
public record PersonMapping(
    TextFrom name,
    @Nullable TextFrom formerName,
    List<Document> documents,
    @Nullable CodeFrom<Sex> sex,
    @Nullable DateFrom birthDate,
    @Nullable TextFrom ethnicGroup,
    @Nullable TextFrom hukouRegion,
    @Nullable TextFrom hukouAddress,
    List<TextFrom> phones,
    @Nullable Place residence,
    @Nullable TextFrom employer,
    List<Relative> relatives) {

  /** Copies the lists. */
  public PersonMapping {
    documents = List.copyOf(documents);
    phones = List.copyOf(phones);
    relatives = List.copyOf(relatives);
  }

  /**
   * A number column.
   *
   * @param number the number
   * @param type what kind of document it is
   */
  public record Document(TextFrom number, CodeFrom<DocumentType> type) {}

  /**
   * An address.
   *
   * @param written the text
   * @param standardCode its code in the standard-address library
   * @param houseCode the house's number in the rental register
   * @param room the room
   */
  public record Place(
      TextFrom written,
      @Nullable TextFrom standardCode,
      @Nullable TextFrom houseCode,
      @Nullable TextFrom room) {}

  /**
   * Somebody whom the row names beside the person; a row that gives no name names nobody.
   *
   * @param name the relative's name
   * @param relation how related
   * @param document the relative's document
   * @param phone the relative's phone
   */
  public record Relative(
      TextFrom name,
      CodeFrom<Relation> relation,
      @Nullable Document document,
      @Nullable TextFrom phone) {}
}
