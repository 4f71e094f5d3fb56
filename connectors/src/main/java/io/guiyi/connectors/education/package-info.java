/**
 * Education (教育): the school roll (学籍) with guardians, out of CSV files behind SFTP.
 *
 * <p>{@link io.guiyi.connectors.education.EducationSource} walks through the deliveries that wait
 * in the department's folder: a complete one each term, changes between. {@code EducationFiles}
 * knows the files by their names, {@code EducationRows} tells rows apart, {@code EducationCanon}
 * reads one in our own terms with {@code PupilNumbers} and {@code PupilName}, which know what
 * schools and spreadsheets do to numbers and names. How files are found whole is {@link
 * io.guiyi.connectors.delivery}, how they are decoded {@link io.guiyi.connectors.table}, how they
 * are fetched {@link io.guiyi.connectors.sftp}.
 */
@NullMarked
package io.guiyi.connectors.education;

import org.jspecify.annotations.NullMarked;
