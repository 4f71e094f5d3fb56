package io.guiyi.registry.steward;

import io.guiyi.matching.PairFact;
import io.guiyi.matching.PersonRef;
import io.guiyi.registry.resolve.Identity;
import java.util.List;
import java.util.Map;

/**
 * What a verdict or an undo did.
 *
 * @param number the decision's number
 * @param moves the records whose person changed
 * @param merged the persons that lead to another since
 * @param stated the facts that hold since
 * @param withdrawn the facts that hold no longer
 * @param persons the persons it touched, by number
 * @param standing decisions about the same records and persons that stood before
 * @param seen how everything stood before
 */
record Ruled(
    long number,
    List<Identity.Move> moves,
    Map<PersonRef, PersonRef> merged,
    List<PairFact> stated,
    List<PairFact> withdrawn,
    List<PersonRef> persons,
    List<CaseDecision> standing,
    Seen seen) {}
