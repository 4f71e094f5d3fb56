package io.guiyi.routes.api;

import io.guiyi.registry.relink.RelinkOutcome;

/**
 * What a relink did, or would do.
 *
 * @param preview whether it was only counted
 * @param records how many records were linked anew
 * @param personsBefore how many persons they stood in
 * @param personsAfter how many they stand in now, or would
 * @param idsCarried how many persons keep their id
 * @param merged persons whose id leads to another's since
 * @param founded persons that are new: split from others, or of records that waited
 * @param moved records that stand in another person than before, or in one for the first time
 * @param overtaken records that something else moved meanwhile; left for the next relink
 */
record RelinkAnswer(
    boolean preview,
    long records,
    long personsBefore,
    long personsAfter,
    long idsCarried,
    long merged,
    long founded,
    long moved,
    long overtaken) {
  static RelinkAnswer of(RelinkOutcome outcome, boolean preview) {
    return new RelinkAnswer(
        preview,
        outcome.records(),
        outcome.persons(),
        outcome.clusters(),
        outcome.persons() - outcome.merged(),
        outcome.merged(),
        outcome.founded(),
        outcome.moved(),
        outcome.overtaken());
  }
}
