package io.guiyi.connectors.sftp;

import com.jcraft.jsch.ChannelSftp.LsEntry;
import io.guiyi.connectors.SourceUnavailable;
import io.guiyi.connectors.SourceUnavailable.Kind;
import io.guiyi.connectors.delivery.DeliveryFolder;
import io.guiyi.connectors.delivery.FolderEntry;
import io.guiyi.connectors.delivery.FolderListing;
import io.guiyi.records.SourceId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.component.file.FileComponent;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.remote.SftpComponent;
import org.apache.camel.component.file.remote.SftpConfiguration;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.component.file.remote.SftpOperations;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.apache.camel.support.DefaultExchange;

/**
 * A folder behind SFTP, read through Camel's SFTP endpoint. Each call is one session, so that
 * nothing lingers between pulls; who repeats a call, decides above.
 *
 * <p>The library waits for ever on a server that keeps its connection alive and says nothing. So
 * each call runs on a thread of its own, which is interrupted when its time is over.
 */
public final class SftpFolder implements DeliveryFolder {
  private static final int CHUNK = 64 * 1024;

  private final SourceId source;
  private final SftpSettings settings;
  private final SftpComponent component;
  private final SftpEndpoint endpoint;

  private SftpFolder(
      SourceId source, SftpSettings settings, SftpComponent component, SftpEndpoint endpoint) {
    this.source = source;
    this.settings = settings;
    this.component = component;
    this.endpoint = endpoint;
  }

  /**
   * Opens a folder; no connection is made yet.
   *
   * @param context holds the endpoint; it is neither started nor stopped
   */
  public static SftpFolder open(CamelContext context, SourceId source, SftpSettings settings) {
    SftpComponent component = new SftpComponent();
    component.setCamelContext(context);
    try {
      component.start();
      SftpEndpoint endpoint = (SftpEndpoint) component.createEndpoint("sftp://server");
      endpoint.setMaximumReconnectAttempts(0);
      endpoint.setReconnectDelay(0);
      configure(endpoint.getConfiguration(), settings);
      return new SftpFolder(source, settings, component, endpoint);
    } catch (Exception e) {
      component.stop();
      throw new IllegalStateException("%s: the SFTP endpoint cannot be built".formatted(source), e);
    }
  }

  private static void configure(SftpConfiguration configuration, SftpSettings settings) {
    configuration.setHost(settings.host());
    configuration.setPort(settings.port());
    configuration.setUsername(settings.user());
    String key = settings.privateKey().clear().strip() + "\n";
    configuration.setPrivateKey(key.getBytes(StandardCharsets.UTF_8));
    configuration.setKnownHosts(settings.knownHosts().getBytes(StandardCharsets.US_ASCII));
    configuration.setUseUserKnownHostsFile(false);
    configuration.setStrictHostKeyChecking("yes");
    configuration.setServerHostKeys(algorithms(settings.hostKey()));
    configuration.setPreferredAuthentications("publickey");
    configuration.setConnectTimeout((int) settings.connectTimeout().toMillis());
    configuration.setSoTimeout((int) settings.responseTimeout().toMillis());
    configuration.setJschLoggingLevel(LoggingLevel.OFF);
    configuration.setFilenameEncoding("UTF-8");
    configuration.setStepwise(false);
    configuration.setStreamDownload(true);
  }

  /** The server is asked for the one kind of key that it may show; RSA signs in newer ways. */
  private static String algorithms(String hostKey) {
    String type = hostKey.substring(0, hostKey.indexOf(' '));
    return type.equals("ssh-rsa") ? "rsa-sha2-512,rsa-sha2-256" : type;
  }

  @Override
  public FolderListing list() throws SourceUnavailable {
    return within(
        settings.connectTimeout().plus(settings.responseTimeout()),
        operations -> {
          List<FolderEntry> found = new ArrayList<>();
          for (SftpRemoteFile<?> file : operations.listFiles(settings.folder())) {
            if (file.getRemoteFile() instanceof LsEntry entry && entry.getAttrs().isReg()) {
              found.add(
                  new FolderEntry(
                      file.getFilename(),
                      file.getFileLength(),
                      Instant.ofEpochMilli(file.getLastModified())));
            }
          }
          if (found.size() > FolderListing.MAX_ENTRIES) {
            throw SourceUnavailable.of(
                Kind.FOLDER,
                "%s: the folder %s holds %d files, at most %d are listed; ask the department to"
                        .formatted(
                            source, settings.folder(), found.size(), FolderListing.MAX_ENTRIES)
                    + " clear away what was read");
          }
          found.sort(Comparator.comparing(FolderEntry::name));
          return FolderListing.of(found);
        });
  }

  @Override
  public byte[] read(FolderEntry entry, int most) throws SourceUnavailable {
    return within(
        settings.connectTimeout().plus(settings.transferTimeout()),
        operations -> {
          GenericFile<Object> file = new GenericFile<>();
          Exchange exchange = new DefaultExchange(endpoint.getCamelContext());
          exchange.setProperty(FileComponent.FILE_EXCHANGE_FILE, file);
          operations.retrieveFile(settings.folder() + "/" + entry.name(), exchange, entry.size());
          try (InputStream in = (InputStream) file.getBody()) {
            return whole(in, entry, most);
          }
        });
  }

  /** Reads piece by piece, so that a size that is not true costs no memory. */
  private byte[] whole(InputStream in, FolderEntry entry, int most)
      throws IOException, SourceUnavailable {
    ByteArrayOutputStream content =
        new ByteArrayOutputStream((int) Math.min(Math.max(entry.size(), 0), most));
    byte[] chunk = new byte[CHUNK];
    for (int got = in.read(chunk); got >= 0; got = in.read(chunk)) {
      if (content.size() + got > most) {
        throw SourceUnavailable.of(
            Kind.TOO_LARGE,
            "%s: %s has more than %d bytes; let the department deliver in parts, or raise the limit"
                .formatted(source, entry.name(), most));
      }
      content.write(chunk, 0, got);
    }
    return content.toByteArray();
  }

  /** What is done in one session. */
  @FunctionalInterface
  private interface Work<T> {
    T with(SftpOperations operations) throws IOException, SourceUnavailable;
  }

  private <T> T within(Duration time, Work<T> work) throws SourceUnavailable {
    FutureTask<T> task = new FutureTask<>(session(work));
    Thread thread = Thread.ofVirtual().name("sftp-" + source).start(task);
    try {
      return task.get(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      thread.interrupt();
      throw SourceUnavailable.of(
          Kind.TIMEOUT, "%s: the SFTP server did not answer within %s".formatted(source, time));
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      throw SourceUnavailable.of(
          Kind.TIMEOUT, "%s: the hub is stopping, the call was given up".formatted(source));
    } catch (ExecutionException e) {
      throw SftpFaults.of(source, settings, e.getCause() == null ? e : e.getCause());
    }
  }

  private <T> Callable<T> session(Work<T> work) {
    return () -> {
      SftpOperations operations = (SftpOperations) endpoint.createRemoteFileOperations();
      try {
        operations.connect(endpoint.getConfiguration(), null);
        return work.with(operations);
      } finally {
        operations.forceDisconnect();
      }
    };
  }

  @Override
  public void close() {
    endpoint.stop();
    component.stop();
  }
}
