/** The made-up shop: where its customers live, when they write, who looks after them, and what goes wrong. */
@NullMarked
package io.satisflow.local.demo.story.shop;

import org.jspecify.annotations.NullMarked;
