package io.guiyi.routes.command;

import picocli.CommandLine.IVersionProvider;

/** The version in the jar's manifest. */
final class BuildVersion implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Guiyi.class.getPackage().getImplementationVersion();
    return new String[] {"guiyi " + (version == null ? "(unpacked)" : version)};
  }
}
