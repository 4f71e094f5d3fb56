package io.guiyi.connectors.declared;

import io.guiyi.connectors.SettingFault;
import java.util.List;

/** Over what a declared source is read. */
public sealed interface Protocol permits RestPages, JdbcRows, FolderFiles, SftpFiles {
  /** Everything wrong with these settings; empty if they are sound. */
  List<SettingFault> faults();
}
