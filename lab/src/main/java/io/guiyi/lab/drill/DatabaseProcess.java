package io.guiyi.lab.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The PostgreSQL of a data folder, seen from outside: by the pid that it leaves there. */
final class DatabaseProcess {
  private DatabaseProcess() {}

  /** The server that runs over {@code data} now. */
  static Optional<ProcessHandle> over(Path data) {
    Path cluster = data.resolve("postgres").resolve("data");
    return pid(cluster.resolve("postmaster.pid"))
        .flatMap(ProcessHandle::of)
        .filter(process -> process.info().commandLine().orElse("").contains(cluster.toString()));
  }

  /** Sends SIGKILL to the server and to every process of its sessions. */
  static void kill(ProcessHandle server) {
    List<ProcessHandle> sessions = server.descendants().toList();
    Stream.concat(Stream.of(server), sessions.stream()).forEach(ProcessHandle::destroyForcibly);
  }

  private static Optional<Long> pid(Path file) {
    try {
      return Files.readAllLines(file).stream()
          .findFirst()
          .filter(line -> line.matches("[1-9]\\d{0,9}"))
          .map(Long::parseLong);
    } catch (NoSuchFileException noServer) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
