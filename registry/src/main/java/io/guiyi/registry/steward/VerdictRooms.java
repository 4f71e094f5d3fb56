package io.guiyi.registry.steward;

import io.guiyi.registry.audit.AuditLog;
import io.guiyi.registry.decision.LinkFacts;
import io.guiyi.registry.person.Persons;
import io.guiyi.registry.review.ReviewCases;
import org.springframework.stereotype.Component;

/** The rooms of the register that a verdict passes through. */
@Component
record VerdictRooms(
    ReviewCases cases,
    CaseDecisions decisions,
    LinkFacts facts,
    Persons persons,
    SeenReader seen,
    AuditLog audit) {}
