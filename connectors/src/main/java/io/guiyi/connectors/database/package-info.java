/**
 * A department's database, from our side: a small pool of connections, and what went wrong in words
 * that hold no value of a row. {@link io.guiyi.connectors.database.DatabaseSettings} says where and
 * how patiently, {@link io.guiyi.connectors.database.DepartmentDatabase} is the pool.
 */
@NullMarked
package io.guiyi.connectors.database;

import org.jspecify.annotations.NullMarked;
