/** Push providers for tests: they speak the real protocols, and answer what a test wants. */
@NullMarked
package parlance.testing.push;

import org.jspecify.annotations.NullMarked;
