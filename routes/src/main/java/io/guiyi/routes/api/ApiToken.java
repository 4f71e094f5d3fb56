package io.guiyi.routes.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/**
 * The one token of the API, until callers have accounts: 256 random bits in the file {@code
 * api.token}, which only its owner can read. To change it, delete the file and start the hub again.
 */
public final class ApiToken {
  /** The file's name in the key folder. */
  public static final String FILE = "api.token";

  private static final int RANDOM_BYTES = 32;
  private static final int LENGTH_MIN = 32;
  private static final int LENGTH_MAX = 200;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");
  private static final FileAttribute<?> ENTER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private final byte[] digest;

  private ApiToken(String text) {
    this.digest = digest(text);
  }

  /**
   * The token in {@code folder}; made on first use.
   *
   * @throws UncheckedIOException if the file cannot be read or made, is readable by others, or
   *     holds no token; the message names file and remedy
   */
  public static ApiToken in(Path folder) {
    Path file = folder.resolve(FILE);
    try {
      Files.createDirectories(folder, ENTER);
      if (!Files.exists(file)) {
        create(file);
      }
      return new ApiToken(read(file));
    } catch (IOException fault) {
      throw new UncheckedIOException("API token %s: %s".formatted(file, fault.getMessage()), fault);
    }
  }

  private static void create(Path file) throws IOException {
    byte[] secret = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(secret);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(secret) + "\n";
    Path fresh =
        Files.createTempFile(
            file.getParent(), ".api", ".fresh", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
      channel.force(true);
    }
    try {
      // A link, not a move: of two hubs that start at once the second takes the first one's token.
      Files.createLink(file, fresh);
    } catch (FileAlreadyExistsException another) {
      // It is read below.
    } finally {
      Files.delete(fresh);
    }
  }

  private static String read(Path file) throws IOException {
    if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
      throw new IOException("others than its owner can read it; chmod 600 it and change the token");
    }
    if (Files.size(file) > LENGTH_MAX) {
      throw new IOException(
          "larger than %d bytes; delete it to get a new one".formatted(LENGTH_MAX));
    }
    String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
    if (text.length() < LENGTH_MIN || !text.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
      throw new IOException(
          "no token of %d or more printable characters; delete it to get a new one"
              .formatted(LENGTH_MIN));
    }
    return text;
  }

  /** Whether {@code presented} is the token; takes the same time whatever it is. */
  boolean matches(String presented) {
    // Digests have one length, so that not even the token's length shows in the time.
    return MessageDigest.isEqual(digest, digest(presented));
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "ApiToken[***]";
  }
}
