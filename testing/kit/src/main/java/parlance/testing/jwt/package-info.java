/** Keys that sign tokens in tests, and the server that publishes them as a JWK set. */
@NullMarked
package parlance.testing.jwt;

import org.jspecify.annotations.NullMarked;
