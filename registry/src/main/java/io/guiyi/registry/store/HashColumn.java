package io.guiyi.registry.store;

import io.guiyi.seal.KeyId;
import io.guiyi.seal.KeyPurpose;
import io.guiyi.seal.LookupHash;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a keyed hash stands in a column: four bytes, the generation of the look-up key that made it,
 * then the sixteen bytes of the hash. So each row says which key it was hashed with, and rows of
 * two generations can stand side by side while a rotation is under way.
 */
public final class HashColumn {
  private static final int GENERATION_BYTES = Integer.BYTES;

  private HashColumn() {}

  /** The bytes to store. */
  public static byte[] bytes(LookupHash hash) {
    return ByteBuffer.allocate(GENERATION_BYTES + LookupHash.LENGTH_BYTES)
        .putInt(hash.keyId().generation())
        .putLong(hash.high())
        .putLong(hash.low())
        .array();
  }

  /** The bytes to store; null where there is no hash. */
  public static byte @Nullable [] bytesOrNull(@Nullable LookupHash hash) {
    return hash == null ? null : bytes(hash);
  }

  /** The hash of a stored column that may be empty. */
  public static @Nullable LookupHash hashOrNull(byte @Nullable [] column) {
    return column == null ? null : hash(column);
  }

  /** The stored forms of all {@code hashes}, to compare a column with. */
  public static byte[][] bytes(List<LookupHash> hashes) {
    return hashes.stream().map(HashColumn::bytes).toArray(byte[][]::new);
  }

  /**
   * The hash of a stored column.
   *
   * @throws IllegalArgumentException when the bytes are none
   */
  public static LookupHash hash(byte[] column) {
    if (column.length != GENERATION_BYTES + LookupHash.LENGTH_BYTES) {
      throw new IllegalArgumentException(
          "a hash column has 20 bytes, this one has %d; the row was not written by the hub"
              .formatted(column.length));
    }
    int generation = ByteBuffer.wrap(column).getInt();
    return LookupHash.of(
        new KeyId(new KeyPurpose.Lookup().label(), generation),
        Arrays.copyOfRange(column, GENERATION_BYTES, column.length));
  }
}
