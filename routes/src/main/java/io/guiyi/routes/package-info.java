/**
 * Where everything meets: Camel routes move, beans think.
 *
 * <p>{@code config} reads the YAML files. {@code pull} brings pages from the sources to the
 * register, {@code publish} takes changes from the register to the subscribers, {@code api} answers
 * over HTTP, {@code health} says whether all of it works, {@code command} is the command line.
 * {@link io.guiyi.routes.Hub} puts them together and takes them apart.
 */
@NullMarked
package io.guiyi.routes;

import org.jspecify.annotations.NullMarked;
