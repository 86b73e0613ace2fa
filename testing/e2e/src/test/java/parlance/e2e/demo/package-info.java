/** The page of local mode, in a real browser. */
@NullMarked
package parlance.e2e.demo;

import org.jspecify.annotations.NullMarked;
