package io.guiyi.registry.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The file {@code postmaster.pid}, by which a server is found again.
 *
 * @param path of the file
 * @param pid its first line; 0 when there is no file or no number in it
 * @param holder what that number means now
 */
record PostmasterFile(Path path, long pid, Holder holder) {

  /** Who bears the recorded pid at this moment. */
  enum Holder {
    /** No file, or a process that is gone. */
    NOBODY,
    /** A server over these data. */
    OURS,
    /** A process that got the number later, or a dead one whose parent has not taken notice. */
    ANOTHER_PROCESS
  }

  static PostmasterFile read(Path data) throws IOException {
    Path path = data.resolve("postmaster.pid");
    long pid = pid(path);
    Optional<ProcessHandle> process =
        pid > 0 ? ProcessHandle.of(pid).filter(ProcessHandle::isAlive) : Optional.empty();
    Holder holder = process.map(found -> holder(found.info(), data)).orElse(Holder.NOBODY);
    return new PostmasterFile(path, pid, holder);
  }

  /** A server names its data on its command line; a dead process has none. */
  private static Holder holder(ProcessHandle.Info info, Path data) {
    String command = info.commandLine().orElse("") + " ";
    boolean ours = command.contains("postgres") && command.contains(" " + data + " ");
    return ours ? Holder.OURS : Holder.ANOTHER_PROCESS;
  }

  private static long pid(Path path) throws IOException {
    try {
      List<String> lines = Files.readAllLines(path);
      String first = lines.isEmpty() ? "" : lines.getFirst().strip();
      return first.matches("[1-9][0-9]{0,9}") ? Long.parseLong(first) : 0;
    } catch (NoSuchFileException noServer) {
      return 0;
    }
  }
}
