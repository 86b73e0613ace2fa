/** JSON Web Tokens of an issuer that publishes its keys as a JWK set. */
@NullMarked
package parlance.kit.jwt;

import org.jspecify.annotations.NullMarked;
