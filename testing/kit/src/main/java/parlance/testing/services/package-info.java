/** The services that a service asks, for its component tests. */
@NullMarked
package parlance.testing.services;

import org.jspecify.annotations.NullMarked;
