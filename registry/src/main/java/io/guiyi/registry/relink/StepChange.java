package io.guiyi.registry.relink;

import io.guiyi.matching.PersonRef;
import io.guiyi.matching.RecordRef;
import io.guiyi.registry.audit.AuditLog;
import io.guiyi.registry.change.PersonChange;
import io.guiyi.registry.decision.LinkFact;
import io.guiyi.registry.decision.LinkFacts;
import io.guiyi.registry.resolve.Identity;
import io.guiyi.registry.resolve.IdentityChange;
import io.guiyi.registry.resolve.LinkGround;
import io.guiyi.registry.store.RegisterJson;
import io.guiyi.seal.Sm3;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
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
  private final Basis basis;
  private final LinkFacts facts;
  private final AuditLog audit;
  private long founded;
  private long overtaken;

  /**
   * Prepares.
   *
   * @param basis what the steps were planned on
   */
  StepChange(
      List<RelinkPlan.Step> steps,
      Basis basis,
      String author,
      String reason,
      LinkFacts facts,
      AuditLog audit) {
    this.steps = List.copyOf(steps);
    this.basis = basis;
    this.author = author;
    this.reason = reason;
    this.facts = facts;
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
    Basis now = now(identity);
    for (RelinkPlan.Step step : steps) {
      if (standsAsPlanned(identity, step, now)) {
        apply(identity, step);
      } else {
        overtaken += step.records().size();
      }
    }
    Done done = new Done(identity.moves().size(), identity.merged().size(), founded, overtaken);
    if (done.moved() + done.merged() > 0) {
      audit(identity, done);
    }
    return done;
  }

  /** Digests stand for the moves, of which there may be any number, and for free text. */
  private void audit(Identity identity, Done done) {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("reasonSm3", Sm3.of(reason.getBytes(StandardCharsets.UTF_8)).hex());
    detail.put("done", done);
    detail.put("movesSm3", Sm3.of(RegisterJson.bytes(identity.moves())).hex());
    audit.append(author, "relink.applied", "relink", RegisterJson.text(detail));
  }

  private Basis now(Identity identity) {
    Map<RecordRef, Integer> versions = new HashMap<>();
    for (RelinkPlan.Step step : steps) {
      step.records()
          .forEach(record -> versions.put(record, identity.record(record).currentVersion()));
    }
    List<LinkFact> held = facts.about(identity.session(), versions.keySet());
    return Basis.of(versions, held.stream().map(LinkFact::fact).toList());
  }

  private boolean standsAsPlanned(Identity identity, RelinkPlan.Step step, Basis now) {
    SortedSet<RecordRef> records = step.records();
    for (RecordRef record : records) {
      if (!basis.agrees(now, record)
          || !Objects.equals(identity.personOf(record), step.before().get(record))) {
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
        if (!targets.get(i).equals(held)) {
          identity.settled(record);
          if (held != null && !step.absorbed().containsKey(held)) {
            split.add(held);
          }
        }
      }
    }
    step.absorbed()
        .forEach((absorbed, cluster) ->
            identity.merge(absorbed, targets.get(cluster), LinkGround.RELINKED));
    split.forEach(identity::markSplit);
  }
}
