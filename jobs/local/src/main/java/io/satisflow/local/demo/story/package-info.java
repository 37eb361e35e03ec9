/** The made-up retailer: its customers, its service desk, and what goes wrong on a Monday. */
@NullMarked
package io.satisflow.local.demo.story;

import org.jspecify.annotations.NullMarked;
