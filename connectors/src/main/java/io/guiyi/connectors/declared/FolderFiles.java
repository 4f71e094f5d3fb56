package io.guiyi.connectors.declared;

import io.guiyi.connectors.SettingFault;
import java.nio.file.Path;
import java.util.List;

/**
 * Files in a folder of this machine, which somebody else fills. Nothing in it is ever changed.
 *
 * @param folder which; it need not be there yet
 * @param files which files, and how
 */
public record FolderFiles(Path folder, TableFiles files) implements Protocol {
  @Override
  public List<SettingFault> faults() {
    return files.faults();
  }
}
