/**
 * What kind of city is invented: who lives there and how often each department gets it wrong.
 *
 * <p>A {@link io.guiyi.lab.population.profile.Profile} is a YAML file of percentages. {@code
 * cixi.yaml} beside this package is the usual one and knows every name; another file says only what
 * differs, and a name that Cixi does not have is a fault, shown with its line.
 */
@NullMarked
package io.guiyi.lab.population.profile;

import org.jspecify.annotations.NullMarked;
