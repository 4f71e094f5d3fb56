package io.guiyi.routes.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The embedded broker's passwords, a file for each user, made on first use and readable by the
 * owner only. A subscriber's file is handed to that subscriber.
 */
final class BrokerPasswords {
  private static final SecureRandom RANDOM = new SecureRandom();
  private final Path directory;

  BrokerPasswords(Path directory) {
    this.directory = directory;
  }

  /** The password of {@code user}. */
  String of(String user) {
    Path file = file(user);
    try {
      if (!Files.exists(file)) {
        create(file);
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "broker password file %s cannot be read or made; check the folder's rights"
              .formatted(file),
          e);
    }
  }

  /** Where the password of {@code user} is kept. */
  Path file(String user) {
    return directory.resolve(user + ".password");
  }

  private void create(Path file) throws IOException {
    Files.createDirectories(
        directory,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    byte[] secret = new byte[24];
    RANDOM.nextBytes(secret);
    Path fresh =
        Files.createTempFile(
            directory,
            "fresh",
            ".password",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      channel.write(
          ByteBuffer.wrap(HexFormat.of().formatHex(secret).getBytes(StandardCharsets.US_ASCII)));
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
