package io.guiyi.connectors.sftp;

import io.guiyi.connectors.Secret;
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
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** A real SFTP server over a folder, with keys of its own, for one test. */
public final class SftpDesk implements AutoCloseable {
  private final SshServer server;
  private final KeyPair hostKey = keyPair();
  private final KeyPair userKey = keyPair();

  /** Starts a server whose root is {@code root}. */
  public SftpDesk(Path root) {
    server = SshServer.setUpDefaultServer();
    server.setHost("127.0.0.1");
    server.setPort(0);
    server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
    server.setPublickeyAuthenticator((user, key, session) ->
        user.equals("guiyi") && KeyUtils.compareKeys(key, userKey.getPublic()));
    server.setSubsystemFactories(List.of(new SftpSubsystemFactory.Builder().build()));
    server.setFileSystemFactory(new VirtualFileSystemFactory(root));
    start();
  }

  private void start() {
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The library's server, to be made misbehave. */
  public SshServer server() {
    return server;
  }

  /** How the server is reached; quick to lose patience. */
  public SftpSettings settings() {
    return settings("guiyi", userKey, hostKey);
  }

  /** The same with other keys. */
  public SftpSettings settings(String user, KeyPair key, KeyPair host) {
    return new SftpSettings(
        "127.0.0.1",
        server.getPort(),
        user,
        new Secret(pem(key)),
        PublicKeyEntry.toString(host.getPublic()),
        "/out",
        Duration.ofSeconds(5),
        Duration.ofSeconds(2),
        Duration.ofSeconds(3));
  }

  /** The key that the server knows. */
  public KeyPair userKey() {
    return userKey;
  }

  /** The key that the server shows. */
  public KeyPair hostKey() {
    return hostKey;
  }

  /** A new key. */
  public static KeyPair keyPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(KeyPair key) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(key, "test", null, out);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    return out.toString(StandardCharsets.US_ASCII);
  }

  @Override
  public void close() {
    try {
      server.stop(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
