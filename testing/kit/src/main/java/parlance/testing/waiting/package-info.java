/** Awaitility, told once how long a test waits and how often it looks. */
@NullMarked
package parlance.testing.waiting;

import org.jspecify.annotations.NullMarked;
