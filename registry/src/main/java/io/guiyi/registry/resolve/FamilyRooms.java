package io.guiyi.registry.resolve;

import io.guiyi.registry.family.PersonFinder;
import io.guiyi.registry.family.StatedRelations;
import io.guiyi.registry.person.LookUpKeys;
import io.guiyi.registry.person.PersonIds;
import io.guiyi.registry.person.PersonStore;
import org.springframework.stereotype.Component;

/** What a page needs to follow families. */
@Component
record FamilyRooms(
    StatedRelations stated,
    PersonFinder finder,
    PersonStore persons,
    PersonIds ids,
    LookUpKeys keys) {}
