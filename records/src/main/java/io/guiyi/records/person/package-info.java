/**
 * The consolidated record: one {@link io.guiyi.records.person.Person} for each migrant, every value
 * with the row it comes from, and the {@link io.guiyi.records.person.Relation}s to other persons.
 */
@NullMarked
package io.guiyi.records.person;

import org.jspecify.annotations.NullMarked;
