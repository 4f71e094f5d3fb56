package io.guiyi.records.statement;

import io.guiyi.records.Mask;

/**
 * 会籍: membership in an organisation, such as a trade union.
 *
 * @param period from joining to leaving; open while the person is a member
 * @param organisation in what, 1 to 120 characters
 * @param number the member's number there, opaque; empty if not given
 * @param standing how it stands
 */
public record Membership(Period period, String organisation, String number, Standing standing)
    implements Statement {

  /** 会籍状态. */
  public enum Standing {
    /** 在会. */
    MEMBER,
    /** 停止, such as of somebody who is away or does not pay. */
    SUSPENDED,
    /** 转出. */
    MOVED_AWAY
  }

  /** Checks the length. */
  public Membership {
    int length = organisation.codePointCount(0, organisation.length());
    if (organisation.isBlank() || length > 120) {
      throw new IllegalArgumentException(
          "an organisation's name must have 1 to 120 characters, this one has " + length);
    }
  }

  @Override
  public String code() {
    return standing.name();
  }

  @Override
  public String toString() {
    return "Membership[%s %s %s]".formatted(period, standing, Mask.document(number));
  }
}
