package io.guiyi.registry.feed;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.StatelessSession;
import org.springframework.stereotype.Component;

/** Sharing policies by hash. They never change, so that each is read once. */
@Component
class Policies {
  /** Far more than a city has; beyond it the memory is emptied, not grown. */
  private static final int REMEMBERED_MAX = 1_000;

  private final Map<String, SharingPolicy> known = new ConcurrentHashMap<>();

  SharingPolicy get(StatelessSession session, String hash) {
    SharingPolicy policy = known.get(hash);
    if (policy == null) {
      policy = read(session, hash);
      if (known.size() >= REMEMBERED_MAX) {
        known.clear();
      }
      known.put(hash, policy);
    }
    return policy;
  }

  private static SharingPolicy read(StatelessSession session, String hash) {
    String content =
        session
            .createSelectionQuery(
                "select content from SharingPolicyRow where hash = :hash", String.class)
            .setParameter("hash", hash)
            .getSingleResult();
    return SharingPolicy.ofContent(content);
  }
}
