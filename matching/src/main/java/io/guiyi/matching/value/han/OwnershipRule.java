package io.guiyi.matching.value.han;

import io.guiyi.matching.compare.NameComparison;
import io.guiyi.matching.normalize.NumberTitle;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom does a valid number belong to? To those whose rows state the very birth date and sex that it
 * contains; where no row does, to the name that most rows give it. Everybody else who carries it is
 * a borrower, the bearer's child or a mistake, and loses it: it is neither evidence nor law about
 * that row, and its date is not the row's. Rows under the owner's name keep it whatever they state,
 * because a slip is not a theft.
 *
 * <p>A majority does not depend on the order of rows; where two names have as many rows, both keep
 * the number, and the other evidence decides. A row without a name loses nothing and vouches for
 * nobody. A number that more rows carry than anybody has is nobody's.
 */
public final class OwnershipRule {
  /** No person has more rows. */
  public static final int MOST_ROWS = 256;

  private OwnershipRule() {}

  /**
   * Rows that carry a number.
   *
   * @param name the name they give; null if none
   * @param title how good their claim to their number is
   * @param rows how many such rows there are
   */
  public record Bearer(@Nullable HanName name, NumberTitle title, int rows) {}

  /** The places of those who lose the number. */
  public static BitSet losers(List<Bearer> bearers) {
    BitSet losers = new BitSet(bearers.size());
    if (bearers.stream().mapToLong(Bearer::rows).sum() > MOST_ROWS) {
      losers.set(0, bearers.size());
      return losers;
    }
    if (bearers.size() < 2) {
      return losers;
    }
    List<Bearer> owners = owners(bearers);
    for (int i = 0; i < bearers.size(); i++) {
      Bearer bearer = bearers.get(i);
      losers.set(
          i,
          bearer.name() != null
              && !owners.isEmpty()
              && owners.stream().noneMatch(owner -> isOne(owner, bearer)));
    }
    return losers;
  }

  /** All rows that confirm the number; where there are none, the rows of the commonest name. */
  private static List<Bearer> owners(List<Bearer> bearers) {
    List<Bearer> confirmed = titled(bearers, NumberTitle.CONFIRMED);
    if (!confirmed.isEmpty()) {
      return confirmed;
    }
    List<Bearer> honest = titled(bearers, NumberTitle.UNCONFIRMED);
    long most = 0;
    List<Bearer> owners = new ArrayList<>();
    for (Bearer bearer : honest) {
      long votes =
          honest.stream().filter(other -> isOne(bearer, other)).mapToLong(Bearer::rows).sum();
      if (votes > most) {
        most = votes;
        owners.clear();
      }
      if (votes == most) {
        owners.add(bearer);
      }
    }
    return owners;
  }

  /** A row without a name can vouch for nobody. */
  private static List<Bearer> titled(List<Bearer> bearers, NumberTitle title) {
    return bearers.stream()
        .filter(bearer -> bearer.title() == title && bearer.name() != null)
        .toList();
  }

  /** True if both names can be one person's; rows of the very same name always can. */
  private static boolean isOne(Bearer a, Bearer b) {
    HanName left = a.name();
    HanName right = b.name();
    return left != null
        && right != null
        && (left.equals(right)
            || NameComparison.compare(left.form(), left.former(), right.form(), right.former())
                .isSame());
  }
}
