package io.guiyi.connectors.sftp;

import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchHostKeyException;
import com.jcraft.jsch.SftpException;
import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.connectors.SourceUnavailable.Kind;
import io.guiyi.records.SourceId;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Locale;

/** Says in our own terms what stands in the way; the library's texts are not told on. */
final class SftpFaults {
  private SftpFaults() {}

  static SourceUnavailable of(SourceId source, SftpSettings settings, Throwable failure) {
    String text = "";
    boolean io = false;
    boolean ssh = false;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case SourceUnavailable told -> {
          return told;
        }
        case JSchHostKeyException _ -> {
          return fault(
              Kind.PROTOCOL,
              "%s: the SFTP server shows another host key than the one in host-key; ask the"
                  + " department whether it is theirs before you change the setting",
              source);
        }
        case SftpException _ -> {
          return fault(
              Kind.FOLDER,
              "%s: the SFTP server refuses to list or read in %s; check the folder and our rights",
              source,
              settings.folder());
        }
        case InterruptedIOException _ -> {
          return timeout(source, settings);
        }
        case JSchException _ -> {
          ssh = true;
          text = text + " " + cause.getMessage();
        }
        case IOException _ -> io = true;
        default -> text = text + " " + cause.getMessage();
      }
    }
    return byText(source, settings, text.toLowerCase(Locale.ROOT), io, ssh);
  }

  /** The library tells some failures by their text only. */
  private static SourceUnavailable byText(
      SourceId source, SftpSettings settings, String text, boolean io, boolean ssh) {
    if (text.contains("auth fail") || text.contains("auth cancel") || text.contains("userauth")) {
      return fault(
          Kind.UNAUTHORIZED,
          "%s: the SFTP server does not accept user and key; ask the department whether ours is in"
              + " place",
          source);
    }
    if (text.contains("timeout") || text.contains("timed out")) {
      return timeout(source, settings);
    }
    if (io || text.contains("connection is closed") || text.contains("session is down")) {
      return fault(
          Kind.REFUSED,
          "%s: the SFTP server %s:%d refuses connections or broke one off; check that it runs",
          source,
          settings.host(),
          settings.port());
    }
    return fault(
        Kind.PROTOCOL,
        ssh
            ? "%s: the server does not speak SFTP as agreed; check host, port and algorithms"
            : "%s: the SFTP server answered something that was not agreed",
        source);
  }

  private static SourceUnavailable timeout(SourceId source, SftpSettings settings) {
    return fault(
        Kind.TIMEOUT,
        "%s: the SFTP server did not connect within %s or was silent for %s",
        source,
        settings.connectTimeout(),
        settings.responseTimeout());
  }

  private static SourceUnavailable fault(Kind kind, String sentence, Object... parts) {
    return SourceUnavailable.of(kind, String.format(Locale.ROOT, sentence, parts));
  }
}
