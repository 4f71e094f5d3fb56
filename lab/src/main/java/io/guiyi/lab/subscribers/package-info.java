/**
 * Two bureaus that receive feeds, played by the lab the way {@code docs/feeds.md} asks of real
 * ones: each opens its messages with its own key, drops what it has already applied, and says how
 * far it has come.
 */
@NullMarked
package io.guiyi.lab.subscribers;

import org.jspecify.annotations.NullMarked;
