package io.guiyi.registry.resolve;

import io.guiyi.matching.Matcher;
import io.guiyi.registry.audit.AuditLog;
import io.guiyi.registry.certificate.PageDigests;
import io.guiyi.registry.change.PersonChanges;
import io.guiyi.registry.decision.Decisions;
import io.guiyi.registry.intake.Deliveries;
import io.guiyi.registry.intake.Pulls;
import io.guiyi.registry.intake.Quarantine;
import io.guiyi.registry.intake.WriteBacks;
import io.guiyi.registry.person.PersonStore;
import io.guiyi.registry.person.Survivorship;
import io.guiyi.registry.record.SourceRecords;
import io.guiyi.registry.review.ReviewCases;

/** The rooms of the register that a page passes through, in the order in which it does. */
record Rooms(
    Preparation preparation,
    SourceRecords records,
    Matcher matcher,
    Survivorship survivorship,
    Pulls pulls,
    PageDigests digests,
    PersonStore persons,
    FamilyRooms families,
    Decisions decisions,
    ReviewCases cases,
    PersonChanges changes,
    Deliveries deliveries,
    Quarantine quarantine,
    WriteBacks writeBacks,
    AuditLog audit) {}
