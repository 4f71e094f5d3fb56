/**
 * From the YAML files under {@code config/} to settings records. {@link
 * io.guiyi.routes.config.ConfigNode} reads a value and notes what is wrong with it in {@link
 * io.guiyi.routes.config.ConfigFaults} instead of stopping, so that an operator sees every fault at
 * once, each with file, line and remedy. Nothing here decides what a setting means: each capability
 * owns its settings record.
 */
@NullMarked
package io.guiyi.routes.config;

import org.jspecify.annotations.NullMarked;
