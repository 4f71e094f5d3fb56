package io.guiyi.matching.city;

import io.guiyi.records.identity.IdentityClaim;
import java.util.List;

/**
 * One department's row and the truth about it.
 *
 * @param faults what went wrong when it was written
 */
record Row(Department department, Citizen citizen, IdentityClaim claim, List<String> faults) {}
