package io.guiyi.connectors.declared;

import io.guiyi.connectors.SettingCheck;
import io.guiyi.connectors.SettingFault;
import io.guiyi.connectors.sftp.SftpSettings;
import java.util.List;

/**
 * Files in a folder behind SFTP. Nothing in it is ever changed.
 *
 * @param server where, and with which keys on both sides
 * @param files which files, and how
 */
public record SftpFiles(SftpSettings server, TableFiles files) implements Protocol {
  @Override
  public List<SettingFault> faults() {
    return new SettingCheck().also(server.faults()).also(files.faults()).faults();
  }
}
