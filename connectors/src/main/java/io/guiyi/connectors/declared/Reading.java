package io.guiyi.connectors.declared;

import io.guiyi.connectors.Pull;
import io.guiyi.records.Watermark;

/** The part of a declared source that depends on its protocol. */
interface Reading extends AutoCloseable {
  Pull pull(Watermark from);

  @Override
  void close();
}
