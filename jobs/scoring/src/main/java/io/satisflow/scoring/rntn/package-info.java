/**
 * Stanford CoreNLP's recursive neural tensor network (Socher et al., 2013): it parses each sentence and puts its sentiment
 * together along the tree. Its models are fetched on request only.
 */
@NullMarked
package io.satisflow.scoring.rntn;

import org.jspecify.annotations.NullMarked;
