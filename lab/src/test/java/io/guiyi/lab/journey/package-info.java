/**
 * The whole product on its real walls: PostgreSQL, Artemis and the departments' protocols, in one
 * process, with cities of a few hundred people.
 */
@NullMarked
package io.guiyi.lab.journey;

import org.jspecify.annotations.NullMarked;
