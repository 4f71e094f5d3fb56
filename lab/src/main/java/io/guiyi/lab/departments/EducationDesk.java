package io.guiyi.lab.departments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.AbstractSftpEventListenerAdapter;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.jspecify.annotations.Nullable;

/** Counts what is read, and lets one of the next data files be read badly. */
final class EducationDesk extends AbstractSftpEventListenerAdapter {
  private static final Duration LONGEST_HANGING = Duration.ofMinutes(5);
  private static final String ELSEWHERE = ".moved";

  private final Queue<EducationTrouble> troubles = new ConcurrentLinkedQueue<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final AtomicLong filesRead = new AtomicLong();
  private final AtomicLong troublesMade = new AtomicLong();

  void expect(EducationTrouble trouble) {
    troubles.add(trouble);
  }

  long filesRead() {
    return filesRead.get();
  }

  long troublesMade() {
    return troublesMade.get();
  }

  /** Ends every hanging at once. */
  void stop() {
    closing.countDown();
  }

  @Override
  public void reading(
      ServerSession session,
      String remoteHandle,
      FileHandle localHandle,
      long offset,
      byte[] data,
      int dataOffset,
      int dataLen)
      throws IOException {
    if (offset == 0 && isData(localHandle.getFile())) {
      filesRead.incrementAndGet();
      EducationTrouble trouble = troubles.poll();
      if (trouble != null) {
        troublesMade.incrementAndGet();
        make(trouble, session, localHandle.getFile());
      }
    }
  }

  private void make(EducationTrouble trouble, ServerSession session, Path file) throws IOException {
    switch (trouble) {
      case EducationTrouble.SlowRead(Duration duration) -> rest(duration);
      case EducationTrouble.Hanging _ -> rest(LONGEST_HANGING);
      case EducationTrouble.ConnectionReset _ -> session.close(true);
      case EducationTrouble.RenamedDuringRead _ -> Files.move(file, elsewhere(file));
    }
  }

  @Override
  public void closed(
      ServerSession session, String remoteHandle, Handle localHandle, @Nullable Throwable thrown)
      throws IOException {
    Path file = localHandle.getFile();
    if (isData(file) && Files.exists(elsewhere(file))) {
      Files.move(elsewhere(file), file);
    }
  }

  private void rest(Duration duration) {
    try {
      if (closing.await(duration.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean isData(Path file) {
    return file.getFileName().toString().endsWith(".csv");
  }

  private static Path elsewhere(Path file) {
    return file.resolveSibling(file.getFileName() + ELSEWHERE);
  }
}
