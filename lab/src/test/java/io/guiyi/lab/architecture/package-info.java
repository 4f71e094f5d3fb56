/**
 * The walls of the house: which module may know which, where each framework may be named, and what
 * no class may do. Every rule says why it is there; a rule that no longer has a reason is to be
 * removed, not bent.
 *
 * <p>The tests stand in the lab because the lab alone sees every module. {@link
 * io.guiyi.lab.architecture.ProductClasses} reads the compiled classes once and proves that none of
 * the sources is missing among them, so that no rule passes on an empty set.
 */
@NullMarked
package io.guiyi.lab.architecture;

import org.jspecify.annotations.NullMarked;
