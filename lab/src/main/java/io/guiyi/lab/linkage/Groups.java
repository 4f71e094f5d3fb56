package io.guiyi.lab.linkage;

import java.util.Arrays;

/**
 * Numbers that belong together because something joins them, directly or through others: the
 * connected components of a graph, by union and find with halved paths. Not synchronized.
 */
public final class Groups {

  private int[] leader = new int[1024];
  private int size;

  /** Adds a number that belongs to nobody yet: 0, 1, 2 and so on. */
  public int add() {
    if (size == leader.length) {
      leader = Arrays.copyOf(leader, size * 2);
    }
    leader[size] = size;
    return size++;
  }

  /** Puts two groups together. */
  public void join(int one, int other) {
    int first = of(one);
    int second = of(other);
    leader[Math.max(first, second)] = Math.min(first, second);
  }

  /** The smallest number of the group. */
  public int of(int number) {
    int at = number;
    while (leader[at] != at) {
      leader[at] = leader[leader[at]];
      at = leader[at];
    }
    return at;
  }
}
