/**
 * The command line. {@link io.guiyi.routes.command.Guiyi} is the root; a command's result goes to
 * stdout, everything else to stderr, and {@link io.guiyi.routes.command.ExitCode} says how it
 * ended.
 */
@NullMarked
package io.guiyi.routes.command;

import org.jspecify.annotations.NullMarked;
