/** Docs that are made from code, and tests that hold them together. */
@NullMarked
package parlance.e2e.docs;

import org.jspecify.annotations.NullMarked;
