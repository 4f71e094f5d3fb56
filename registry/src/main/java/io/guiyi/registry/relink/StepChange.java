package io.guiyi.registry.relink;

import io.guiyi.matching.PersonRef;
import io.guiyi.matching.RecordRef;
import io.guiyi.registry.audit.AuditLog;
import io.guiyi.registry.change.PersonChange;
import io.guiyi.registry.resolve.Identity;
import io.guiyi.registry.resolve.IdentityChange;
import io.guiyi.registry.resolve.LinkGround;
import io.guiyi.registry.store.RegisterJson;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Applies some steps of a plan in one transaction; those that something overtook are left out. */
final class StepChange implements IdentityChange<StepChange.Done> {
  private final List<RelinkPlan.Step> steps;
  private final String author;
  private final String reason;
  private final AuditLog audit;
  private long founded;
  private long overtaken;

  StepChange(List<RelinkPlan.Step> steps, String author, String reason, AuditLog audit) {
    this.steps = List.copyOf(steps);
    this.author = author;
    this.reason = reason;
    this.audit = audit;
  }

  /** What the steps did. */
  record Done(long moved, long merged, long founded, long overtaken) {
    static final Done NOTHING = new Done(0, 0, 0, 0);

    Done plus(Done more) {
      return new Done(
          moved + more.moved,
          merged + more.merged,
          founded + more.founded,
          overtaken + more.overtaken);
    }
  }

  @Override
  public PersonChange.Cause cause() {
    return PersonChange.Cause.RELINK;
  }

  @Override
  public boolean decidesDisturbed() {
    return false;
  }

  @Override
  public Done make(Identity identity) {
    founded = 0;
    overtaken = 0;
    for (RelinkPlan.Step step : steps) {
      if (standsAsPlanned(identity, step)) {
        apply(identity, step);
      } else {
        overtaken += step.records().size();
      }
    }
    Done done = new Done(identity.moves().size(), identity.merged().size(), founded, overtaken);
    if (done.moved() + done.merged() > 0) {
      Map<String, Object> detail = new LinkedHashMap<>();
      detail.put("reason", reason);
      detail.put("done", done);
      detail.put("moves", identity.moves());
      audit.append(author, "relink.applied", "relink", RegisterJson.text(detail));
    }
    return done;
  }

  private static boolean standsAsPlanned(Identity identity, RelinkPlan.Step step) {
    SortedSet<RecordRef> records = step.records();
    for (RecordRef record : records) {
      if (!Objects.equals(identity.personOf(record), step.before().get(record))) {
        return false;
      }
    }
    Set<PersonRef> persons = new HashSet<>(step.before().values());
    return persons.stream().allMatch(person -> records.containsAll(identity.recordsOf(person)));
  }

  private void apply(Identity identity, RelinkPlan.Step step) {
    List<PersonRef> targets = new ArrayList<>();
    for (RelinkPlan.Cluster cluster : step.clusters()) {
      PersonRef person = cluster.person();
      if (person == null) {
        founded++;
        person = identity.found();
      }
      targets.add(person);
    }
    Set<PersonRef> split = new TreeSet<>();
    for (int i = 0; i < targets.size(); i++) {
      for (RecordRef record : step.clusters().get(i).records()) {
        PersonRef held = step.before().get(record);
        identity.link(record, targets.get(i), LinkGround.RELINKED);
        if (held == null) {
          identity.settled(record);
        } else if (!held.equals(targets.get(i)) && !step.absorbed().containsKey(held)) {
          split.add(held);
        }
      }
    }
    step.absorbed()
        .forEach((absorbed, cluster) ->
            identity.merge(absorbed, targets.get(cluster), LinkGround.RELINKED));
    split.forEach(identity::markSplit);
  }
}
