package io.guiyi.lab.drill;

import io.guiyi.connectors.database.DatabaseSettings;
import io.guiyi.connectors.declared.Declaration;
import io.guiyi.connectors.declared.FolderFiles;
import io.guiyi.connectors.sftp.SftpSettings;
import io.guiyi.registry.RegisterSettings.ExternalDatabase;
import io.guiyi.routes.pull.SourceEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/**
 * Where one hub of a drill lives. It is thrown away when the next drill begins, and kept until
 * then, so that a drill that fails can be looked at.
 *
 * @param root everything is below it
 */
record DrillFolder(Path root) {

  /** An empty one. */
  static DrillFolder emptied(Path place) {
    try {
      // The real path is the one that PostgreSQL names on its command line.
      DrillFolder folder = new DrillFolder(Files.createDirectories(place).toRealPath());
      // What a drill has left behind that was itself killed.
      Processes.clear(folder.root);
      folder.remove();
      Files.createDirectories(folder.data());
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make room for the drill in " + place, e);
    }
  }

  private void remove() throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  /** The hub's data folder. */
  Path data() {
    return root.resolve("data");
  }

  /** The inboxes of its bureaus. */
  Path inboxes() {
    return data().resolve("subscribers");
  }

  /** Its configuration. */
  Path config() {
    return root.resolve("config");
  }

  /** What it said on standard error, all its lives. */
  Path log() {
    return root.resolve("hub.err");
  }

  /** Takes the keys of another hub, so that the keyed hashes of both can be compared. */
  void takeKeys(DrillFolder other) throws IOException {
    copy(other.data().resolve("keys"), data().resolve("keys"));
  }

  /**
   * Writes the configuration: a database and a broker of its own, the city's departments as
   * sources, and the operator's subscribers.
   *
   * @param operators the operator's configuration folder
   * @param pageSize rows of a page
   */
  void configure(Path operators, List<SourceEntry> sources, int pageSize) throws IOException {
    application("{connections: 8}");
    sources(sources, pageSize);
    copy(operators.resolve("subscribers"), config().resolve("subscribers"));
  }

  /** Writes the same configuration without subscribers. */
  void configure(List<SourceEntry> sources, int pageSize) throws IOException {
    application("{connections: 8}");
    Files.createDirectories(config().resolve("subscribers"));
    sources(sources, pageSize);
  }

  /** Writes the same configuration on another's database, without subscribers. */
  void configure(ExternalDatabase database, List<SourceEntry> sources, int pageSize)
      throws IOException {
    application(
        "{connections: 8, url: '%s', user: '%s', password-file: database.password}"
            .formatted(database.url(), database.user()));
    Files.createDirectories(config().resolve("subscribers"));
    secret("database.password", database.password());
    sources(sources, pageSize);
  }

  private void application(String database) throws IOException {
    Files.createDirectories(config().resolve("sources"));
    Files.writeString(
        config().resolve("application.yaml"),
        """
        http: {host: 127.0.0.1, port: 0}
        database: %s
        broker: {port: 0}
        """
            .formatted(database));
  }

  private void sources(List<SourceEntry> sources, int pageSize) throws IOException {
    for (SourceEntry source : sources) {
      switch (source.dialect()) {
        case SourceEntry.Police(var settings) -> {
          secret("police.secret", settings.secret().clear());
          yaml(
              source,
              """
              connector: police
              url: '%s'
              client-id: '%s'
              secret-file: police.secret
              page-size: %d
              """
                  .formatted(settings.http().baseUrl(), settings.clientId(), pageSize));
        }
        case SourceEntry.Labour(var settings) -> {
          DatabaseSettings database = settings.database();
          secret("labour.password", database.password().clear());
          yaml(
              source,
              """
              connector: labour
              url: '%s'
              user: '%s'
              password-file: labour.password
              table: '%s'
              page-size: %d
              """
                  .formatted(database.jdbcUrl(), database.user(), settings.table(), pageSize));
        }
        case SourceEntry.Education(var settings) -> education(source, settings.sftp(), pageSize);
        case SourceEntry.Health(var settings) -> {
          secret("health.token", settings.token().clear());
          yaml(
              source,
              """
              connector: health
              url: '%s'
              token-file: health.token
              page-size: %d
              """
                  .formatted(settings.http().baseUrl(), Math.min(pageSize, 500)));
        }
        case SourceEntry.Declared(var declaration, Path file) -> {
          Path codes = Files.createDirectories(config().resolve("codes"));
          try (Stream<Path> lists = Files.list(file.resolveSibling("../codes").normalize())) {
            for (Path list : lists.toList()) {
              Files.copy(
                  list, codes.resolve(list.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
          }
          yaml(source, declared(Files.readString(file), declaration, pageSize));
        }
      }
    }
  }

  private void education(SourceEntry source, SftpSettings sftp, int pageSize) throws IOException {
    secret("education.key", sftp.privateKey().clear());
    yaml(
        source,
        """
        connector: education
        host: '%s'
        port: %d
        user: '%s'
        key-file: education.key
        host-key: '%s'
        folder: '%s'
        page-size: %d
        """
            .formatted(
                sftp.host(), sftp.port(), sftp.user(), sftp.hostKey(), sftp.folder(), pageSize));
  }

  /** The shipped file, switched on, over the drill's own folder. */
  private static String declared(String text, Declaration declaration, int pageSize) {
    String own =
        text.replaceAll("(?m)^enabled: .*$", "enabled: true")
            .replaceAll("(?m)^( +)protocol: .*$", "$0\n$1page-size: " + pageSize);
    return declaration.protocol() instanceof FolderFiles(Path folder, var _)
        ? own.replaceAll(
            "(?m)^( +)folder: .*$", "$1folder: " + Matcher.quoteReplacement(folder.toString()))
        : own;
  }

  private void yaml(SourceEntry source, String text) throws IOException {
    Files.writeString(config().resolve("sources").resolve(source.id() + ".yaml"), text);
  }

  private void secret(String name, String secret) throws IOException {
    Path file =
        Files.createFile(
            config().resolve(name),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, secret);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.sorted().toList()) {
        Files.copy(path, to.resolve(from.relativize(path)), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }
}
