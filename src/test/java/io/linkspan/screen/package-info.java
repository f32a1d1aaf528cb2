/** Whole screens of the real program in a pseudo-terminal: compared by tests, and drawn as SVG. */
package io.linkspan.screen;
