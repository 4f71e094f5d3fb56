/**
 * The departments outside the hub, as servers that speak their real protocols: the police over
 * signed REST, the labour department through an exchange database, the education department over
 * SFTP, the health department over FHIR.
 *
 * <p>{@link PoliceDepartment} and {@link LabourDepartment} hold the rows of an invented city and
 * count what is read from them and written back, {@link HealthDepartment} holds FHIR resources,
 * {@link EducationDepartment} files. {@link ChangeStream} lets life go on: people arrive, move,
 * leave and are entered wrongly; {@link CityLife} adds pupils, vaccinations and the lists of {@link
 * UnionOffice} and {@link VillageDesk}. {@link PoliceTrouble}, {@link EducationTrouble} and {@link
 * HealthTrouble} list the ways in which a server can be told to misbehave.
 *
 * <p>{@link UnionOffice} and {@link VillageDesk} put files into folders, for the declared sources.
 *
 * <pre>{@code
 * PoliceDepartment police = PoliceDepartment.start(new PoliceAccount("hub", "a secret"), clock);
 * police.load(city);
 * ChangeStream life = new ChangeStream(city, police, labour, clock, 11);
 * life.tick(5);   // five more things have happened
 * }</pre>
 */
@NullMarked
package io.guiyi.lab.departments;

import org.jspecify.annotations.NullMarked;
