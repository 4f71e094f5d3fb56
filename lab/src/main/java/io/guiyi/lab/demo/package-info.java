/**
 * A whole city against a real hub: {@link io.guiyi.lab.demo.City} plays the departments, {@link
 * io.guiyi.lab.demo.Bureaus} the subscribers, {@link io.guiyi.lab.demo.Demo} starts the hub between
 * them and watches, and {@link io.guiyi.lab.demo.DemoResult} says what came of it and whether the
 * bounds hold.
 */
@NullMarked
package io.guiyi.lab.demo;

import org.jspecify.annotations.NullMarked;
