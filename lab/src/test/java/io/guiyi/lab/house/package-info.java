/**
 * Taste and truth as tests: what a reader would object to, found before the reader.
 *
 * <p>{@link io.guiyi.lab.house.SourceTree} is the tree as it stands on the disk. On it stand the
 * tests: {@code SourcesTest} (lines, files, methods, banned words), {@code PagesTest} (links and
 * decisions), {@code DictionaryTest} (what documents claim to list, they list whole) and {@code
 * ReadmeTest}, which runs what README.md tells its readers to run.
 */
@NullMarked
package io.guiyi.lab.house;

import org.jspecify.annotations.NullMarked;
