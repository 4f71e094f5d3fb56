/**
 * The consolidated record: one person for each migrant, in versions.
 *
 * <p>{@link io.guiyi.registry.person.Survivorship} chooses the values among the linked records; it
 * is a pure function. {@link io.guiyi.registry.person.PersonStore} appends what it chose, sealed by
 * {@link io.guiyi.registry.person.SealedValues}; {@link io.guiyi.registry.person.Persons} looks
 * persons up, by id or by the keyed hashes of {@link io.guiyi.registry.person.LookUpKeys}. {@link
 * io.guiyi.registry.person.PersonIds} scrambles running numbers into public names.
 */
@NullMarked
package io.guiyi.registry.person;

import org.jspecify.annotations.NullMarked;
