/**
 * Makes a model from labelled texts: hashed features, weighed by Stanford CoreNLP's quasi-Newton minimizer, and then
 * probabilities fitted on texts that the weights have not seen.
 */
@NullMarked
package io.satisflow.scoring.training;

import org.jspecify.annotations.NullMarked;
