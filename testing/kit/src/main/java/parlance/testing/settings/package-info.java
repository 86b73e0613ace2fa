/** Settings for tests that do without a running service. */
@NullMarked
package parlance.testing.settings;

import org.jspecify.annotations.NullMarked;
