/** Texts as points in space: a network of word pieces, run by ONNX Runtime, that puts what means alike close together. */
@NullMarked
package io.satisflow.embedding;

import org.jspecify.annotations.NullMarked;
