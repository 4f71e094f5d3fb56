package io.guiyi.registry.relink;

/**
 * What a relink did, or would do.
 *
 * @param records how many records were clustered
 * @param persons how many persons they stood in before
 * @param clusters how many they stand in after, without records that wait
 * @param moved records that stand in another person than before, or in one for the first time
 * @param merged persons that lead to another since
 * @param founded persons that are new
 * @param overtaken records that something else moved meanwhile; left for the next relink
 */
public record RelinkOutcome(
    long records,
    long persons,
    long clusters,
    long moved,
    long merged,
    long founded,
    long overtaken) {

  /** Whether everything stood already where it belongs. */
  public boolean isNothing() {
    return moved + merged + founded + overtaken == 0;
  }
}
