package io.guiyi.lab.departments;

import io.guiyi.connectors.Secret;
import io.guiyi.connectors.sftp.SftpSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/**
 * An SFTP server over one folder on the loopback interface. One user may come in, by key; that key
 * and the server's own are made when it starts.
 */
final class SftpDesk implements AutoCloseable {
  private static final String USER = "guiyi";

  private final SshServer server = SshServer.setUpDefaultServer();
  private final KeyPair hostKey = keyPair();
  private final KeyPair userKey = keyPair();

  SftpDesk(Path root, int port, SftpEventListener listener) {
    SftpSubsystemFactory sftp = new SftpSubsystemFactory.Builder().build();
    sftp.addSftpEventListener(listener);
    server.setHost("127.0.0.1");
    server.setPort(port);
    server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
    server.setPublickeyAuthenticator((user, key, session) ->
        user.equals(USER) && KeyUtils.compareKeys(key, userKey.getPublic()));
    server.setSubsystemFactories(List.of(sftp));
    server.setFileSystemFactory(new VirtualFileSystemFactory(root));
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException("the SFTP server cannot listen on port " + port, e);
    }
  }

  /** How a caller reaches it, with a patience that suits a machine of its own. */
  SftpSettings settings(String folder) {
    return new SftpSettings(
        "127.0.0.1",
        server.getPort(),
        USER,
        new Secret(privateKey()),
        PublicKeyEntry.toString(hostKey.getPublic()),
        folder,
        Duration.ofSeconds(10),
        Duration.ofSeconds(10),
        Duration.ofMinutes(1));
  }

  private String privateKey() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(userKey, USER, null, out);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("the key cannot be written", e);
    }
    return out.toString(StandardCharsets.US_ASCII);
  }

  private static KeyPair keyPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has the curve P-256", e);
    }
  }

  @Override
  public void close() {
    try {
      server.stop(true);
    } catch (IOException e) {
      throw new UncheckedIOException("the SFTP server cannot be stopped", e);
    }
  }
}
